import type { Telephony } from "../../lib/desk/telephony/telephony.ts";
import {
  CALL_COMMANDS,
  type CommandName,
  type CommandOutcome,
  type SwitchCommand,
} from "../../lib/domain/call_command.ts";
import type { Phone } from "../../lib/domain/extension.ts";

/** Switches that do what they are asked, and remember it. */
export class TestTelephony implements Telephony {
  commands: readonly CommandName[] = ["dial", ...Object.keys(CALL_COMMANDS)] as CommandName[];
  outcome: CommandOutcome = { outcome: "done" };
  /** IDs of lines that are not open. */
  closed: readonly number[] = [];
  readonly dialled: string[] = [];
  readonly performed: [line: number, SwitchCommand][] = [];
  /** How often it took over what is stored of the lines. */
  reloads = 0;

  status(): [] {
    return [];
  }

  statusOf(): null {
    return null;
  }

  commandsOf(): ReadonlySet<CommandName> {
    return new Set(this.commands);
  }

  reaches({ lines }: Phone): boolean {
    return lines.some((line) => !this.closed.includes(line));
  }

  dial({ number }: Phone, digits: string): Promise<CommandOutcome> {
    this.dialled.push(`${number} ${digits}`);
    return Promise.resolve(this.outcome);
  }

  perform(line: number, command: SwitchCommand): Promise<CommandOutcome> {
    this.performed.push([line, command]);
    return Promise.resolve(this.outcome);
  }

  reload(): Promise<void> {
    this.reloads += 1;
    return Promise.resolve();
  }
}
