/** One thing that is done to the system, so that it can be shown before it is done. */
export type Step =
  | { readonly kind: "copy"; readonly from: string; readonly to: string }
  | { readonly kind: "write"; readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "remove"; readonly path: string }
  /** `mayFail` where there may be nothing to do it to. */
  | { readonly kind: "run"; readonly words: readonly string[]; readonly mayFail?: boolean };

/** What the service is to be. */
export interface ServiceOptions {
  /** The executable that is asked to install itself. */
  readonly executable: string;
  /** Where it keeps its data; null is the system's usual place for a service. */
  readonly data: string | null;
  /** Further words for `belltower serve`. */
  readonly serve: readonly string[];
  /** Whether it listens at a port that the system keeps for itself (below 1024). */
  readonly lowPort: boolean;
  /** Folders outside of the data that it writes to: where backups go. */
  readonly writes: readonly string[];
  /** Somebody said that an empty place is a new office, although one was there. */
  readonly newOffice: boolean;
}

/** How a system runs programs in the background. */
export interface ServiceManager {
  install(options: ServiceOptions): readonly Step[];
  /** Why a service here would not see the file or folder `path`, whole and without links; null where it does. */
  hides(path: string): string | null;
  /** Data stay. */
  uninstall(): readonly Step[];
  /** The command that tells how the service is. */
  status(): readonly string[];
}

/** A step in words, for the person who is about to have it done. */
export function stepText(step: Step): string {
  switch (step.kind) {
    case "copy":
      return `copy ${step.from} to ${step.to}`;
    case "write":
      return `write ${step.path}:\n\n${indented(step.bytes)}`;
    case "folder":
      return `make the folder ${step.path}`;
    case "remove":
      return `remove ${step.path}`;
    case "run":
      return `run ${step.words.map(quoted).join(" ")}`;
    default:
      return step satisfies never;
  }
}

/** UTF-16 where it begins with that mark, else UTF-8. */
function indented(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes).replace(/^(?=.)/gm, "    ");
}

function quoted(word: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
}
