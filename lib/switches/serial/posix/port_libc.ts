import { PortError } from "../port.ts";
import { type Libc, libc, NoLibc } from "../../../base/posix/libc.ts";

/** The C library, for ports. Throws PortError `unsupported` where there is none. */
export function portLibc(): Libc {
  try {
    return libc();
  } catch (error) {
    if (!(error instanceof NoLibc)) throw error;
    throw new PortError("unsupported", `serial ports do not work here: ${error.message}`);
  }
}
