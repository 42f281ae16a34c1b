import { ChannelPort } from "./channel_port.ts";
import type { LineSource } from "./line_source.ts";
import { closeCell, openSerialDevice } from "./posix/serial_device.ts";
import type { DescriptorCell } from "./posix/descriptor_cell.ts";
import type { Port, SerialSettings } from "./port.ts";
import { closeComPort, openComPort } from "./windows/com_port.ts";

export interface OpenedPort {
  readonly port: Port;
  /** Whether bytes were waiting, which have been discarded. */
  readonly waiting: boolean;
}

/**
 * Opens the port behind a source, by the implementation that fits it and this system. `cell` keeps the
 * device's descriptor for whoever ends this thread.
 * @throws PortError as `openSerialDevice` and `openComPort` do.
 */
export function openPort(
  source: LineSource,
  settings: SerialSettings,
  cell: DescriptorCell,
): OpenedPort {
  switch (source.kind) {
    case "device":
      return openDevice(source.path, settings, { cell });
    case "channel":
      return { port: new ChannelPort(source.port), waiting: false };
    default:
      return source satisfies never;
  }
}

const onWindows = Deno.build.os === "windows";
const openDevice = onWindows ? openComPort : openSerialDevice;

/** Frees and closes the device that is kept in the cell, if one is: for the cell of an ended worker. */
export const closeDevice: (cell: DescriptorCell) => void = onWindows ? closeComPort : closeCell;
