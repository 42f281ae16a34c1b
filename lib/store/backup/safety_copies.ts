/** The names of what a restore puts aside. */
export const SAFETY = /^belltower-before-restore-\d{8}-\d{6}\.sqlite$/;
const UPDATE = /^belltower-before-update-.*\.sqlite$/;

const isName = (name: string) => SAFETY.test(name) || UPDATE.test(name);

/** The names of the copies that restores and updates left in the data folder, the newest first. */
export function safetyCopies(data: string): string[] {
  const names = [...Deno.readDirSync(data)].map(({ name }) => name).filter(isName);
  const time = (name: string) => /\d{8}-\d{6}/.exec(name)?.[0] ?? "";
  return names.sort((one, other) => time(other).localeCompare(time(one)));
}

/** Whether the file is one of them: whoever can write there could as well replace the database itself. */
export function isSafetyCopy(data: string, file: string): boolean {
  const real = Deno.realPathSync(file);
  return safetyCopies(data).some((name) => Deno.realPathSync(`${data}/${name}`) === real);
}
