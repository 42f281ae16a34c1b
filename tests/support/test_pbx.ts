import { equal } from "node:assert/strict";
import {
  makePseudoTerminal,
  type PseudoTerminal,
} from "../../lib/switches/serial/pseudo_terminal.ts";
import { DIALECTS } from "../../lib/switches/pbx416/dialect/dialect.ts";
import { encodeFrame } from "../../lib/switches/pbx416/frames/encode.ts";

const ACK = 0x06;
const DIALECT = DIALECTS["416"]!;

/** The PBX's end of a real line, for tests that play a call frame by frame. */
export class TestPbx implements Disposable {
  readonly #terminal: PseudoTerminal = makePseudoTerminal();

  /** What the server opens. */
  get device(): string {
    return this.#terminal.path;
  }

  /** Tells one message and waits for its ACK: then it is on the server's disk. */
  async tell(mi: string, data: string): Promise<void> {
    const frame = encodeFrame(DIALECT, mi, data);
    for (let attempt = 0; attempt < 20; attempt++) {
      this.#terminal.master.write(frame);
      const answer = await this.#terminal.master.read(1000);
      if (answer.length > 0) return equal(answer[0], ACK, `${mi} ${data} was answered ${answer}`);
    }
    throw new Error(`${mi} ${data} was never acknowledged`);
  }

  /** Takes what the server still answers to repeated messages, until it says nothing for a second. */
  async silence(): Promise<void> {
    while ((await this.#terminal.master.read(1000)).length > 0);
  }

  /** Tells one message once, whatever is answered. */
  send(mi: string, data: string): void {
    this.#terminal.master.write(encodeFrame(DIALECT, mi, data));
  }

  /** Tells one message once; whether it was acknowledged within a second. */
  async isTaken(mi: string, data: string): Promise<boolean> {
    this.send(mi, data);
    return (await this.#terminal.master.read(1000)).includes(ACK);
  }

  /** What the server sent by itself; empty when nothing came within a second. */
  async heard(): Promise<string> {
    return new TextDecoder("latin1").decode(await this.#terminal.master.read(1000));
  }

  answer(byte: number): void {
    this.#terminal.master.write(new Uint8Array([byte]));
  }

  [Symbol.dispose](): void {
    this.#terminal.master.close();
  }
}
