import type { ServiceManager } from "./plan.ts";
import { xmlText } from "./xml.ts";

const EXECUTABLE = "/usr/local/bin/belltower";
const PLIST = "/Library/LaunchDaemons/belltower.plist";
const DATA = "/Library/Application Support/Belltower";
/** By its path: it is this program that the executable may run, and no other. */
const LAUNCHCTL = "/bin/launchctl";
/** A user that every macOS has and nobody signs in as; /dev/cu.* is open to all. */
const USER = "daemon";

/** macOS. */
export const launchd: ServiceManager = {
  install({ executable, data, serve, newOffice }) {
    const folder = data ?? DATA;
    const bytes = new TextEncoder().encode(launchdPlist(folder, serve));
    return [
      ...executable === EXECUTABLE
        ? []
        : [{ kind: "copy", from: executable, to: EXECUTABLE } as const],
      { kind: "run", words: ["/usr/bin/install", "-d", "-o", USER, "-m", "700", folder] },
      ...newOffice ? [{ kind: "remove", path: `${folder}.office` } as const] : [],
      { kind: "write", path: PLIST, bytes },
      { kind: "run", words: [LAUNCHCTL, "bootout", "system/belltower"], mayFail: true },
      { kind: "run", words: [LAUNCHCTL, "bootstrap", "system", PLIST] },
    ];
  },
  // No sandbox stands around a daemon.
  hides: () => null,
  uninstall: () => [
    { kind: "run", words: [LAUNCHCTL, "bootout", "system/belltower"], mayFail: true },
    { kind: "remove", path: PLIST },
  ],
  status: () => [LAUNCHCTL, "print", "system/belltower"],
};

/** The property list (launchd.plist(5)). */
export function launchdPlist(data: string, serve: readonly string[]): string {
  const words = [EXECUTABLE, "serve", "--data", data, ...serve]
    .map((word) => `    <string>${xmlText(word)}</string>`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>belltower</string>
  <key>ProgramArguments</key>
  <array>
${words}
  </array>
  <key>UserName</key>
  <string>${USER}</string>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>Umask</key>
  <integer>63</integer>
</dict>
</plist>
`;
}
