/** A disk of `megabytes` on the folder `path`, which is made; taken off at the end of the block. */
export async function smallDisk(path: string, megabytes: number): Promise<SmallDisk> {
  await Deno.mkdir(path);
  if (!await run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path)) {
    throw new Error(`no disk could be mounted on ${path}`);
  }
  return new SmallDisk(path);
}

export class SmallDisk implements AsyncDisposable {
  constructor(readonly path: string) {}

  /** As when it is pulled out: whoever has files open keeps them, and nobody else finds them. */
  async takeAway(): Promise<void> {
    await run("umount", "--lazy", this.path);
  }

  /** Writes until there is no room for another byte. */
  async fill(): Promise<void> {
    await run("dd", "if=/dev/zero", `of=${this.path}/filler`, "bs=4096");
  }

  async makeRoom(): Promise<void> {
    await Deno.remove(`${this.path}/filler`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.takeAway();
  }
}

async function run(command: string, ...args: string[]): Promise<boolean> {
  const { success } = await new Deno.Command(command, { args, stderr: "null" }).output();
  return success;
}
