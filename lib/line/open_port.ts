import { ChannelPort } from "./channel_port.ts";
import type { LineSource } from "./messages.ts";
import { openSerialDevice } from "./posix/serial_device.ts";
import type { DescriptorCell } from "./posix/descriptor_cell.ts";
import type { Port, SerialSettings } from "./port.ts";

export interface OpenedPort {
  readonly port: Port;
  /** Whether bytes were waiting, which have been discarded. */
  readonly waiting: boolean;
}

/**
 * Opens the port behind a source, by the implementation that fits it and this system. `cell` keeps the
 * device's descriptor for whoever ends this thread.
 * @throws PortError as `openSerialDevice` does.
 */
export function openPort(
  source: LineSource,
  settings: SerialSettings,
  cell: DescriptorCell,
): OpenedPort {
  switch (source.kind) {
    case "device":
      return openSerialDevice(source.path, settings, { cell });
    case "channel":
      return { port: new ChannelPort(source.port), waiting: false };
    default:
      return source satisfies never;
  }
}
