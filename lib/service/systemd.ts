import type { ServiceManager, ServiceOptions, Step } from "./plan.ts";

const EXECUTABLE = "/usr/local/bin/belltower";
const UNIT = "/etc/systemd/system/belltower.service";
/** By their paths: it is these programs that the executable may run, and no others. */
const SYSTEMCTL = "/usr/bin/systemctl";
const USER = "/etc/sysusers.d/belltower.conf";
const DATA = "/var/lib/belltower";

/** A user of its own, who may open serial ports. */
const SYSUSERS = `u belltower - "Belltower" ${DATA}\nm belltower dialout\n`;

/** Linux with systemd. */
export const systemd: ServiceManager = {
  install(options) {
    const { executable, data, newOffice } = options;
    const write = (path: string, text: string) =>
      ({ kind: "write", path, bytes: new TextEncoder().encode(text) }) as const;
    return [
      ...executable === EXECUTABLE
        ? []
        : [{ kind: "copy", from: executable, to: EXECUTABLE } as const],
      write(USER, SYSUSERS),
      { kind: "run", words: ["/usr/bin/systemd-sysusers", USER] },
      ...data === null || data === DATA ? [] : [ownFolder(data)],
      ...newOffice ? [{ kind: "remove", path: markerOf(data ?? DATA) } as const] : [],
      write(UNIT, systemdUnit(options)),
      { kind: "run", words: [SYSTEMCTL, "daemon-reload"] },
      { kind: "run", words: [SYSTEMCTL, "enable", "belltower.service"] },
      // A running one is of the version before.
      { kind: "run", words: [SYSTEMCTL, "restart", "belltower.service"] },
    ];
  },
  hides: hiddenFromUnit,
  uninstall: () => [
    { kind: "run", words: [SYSTEMCTL, "disable", "--now", "belltower.service"], mayFail: true },
    { kind: "remove", path: UNIT },
    { kind: "remove", path: USER },
    { kind: "run", words: [SYSTEMCTL, "daemon-reload"] },
  ],
  status: () => [SYSTEMCTL, "status", "--no-pager", "belltower.service"],
};

function ownFolder(data: string): Step {
  const owner = ["-o", "belltower", "-g", "belltower"];
  return { kind: "run", words: ["/usr/bin/install", "-d", ...owner, "-m", "700", data] };
}

/** Beside the data folder: it remembers that an office was there. */
function markerOf(data: string): string {
  return `${data.replace(/\/+$/, "")}.office`;
}

/** What `ProtectHome` and `PrivateTmp` of the unit keep from it (systemd.exec(5)). */
function hiddenFromUnit(path: string): string | null {
  const under = (folders: readonly string[]) =>
    folders.find((folder) => path === folder || path.startsWith(`${folder}/`));
  const home = under(["/home", "/root", "/run/user"]);
  if (home !== undefined) {
    return `the service sees nothing in ${home}, where people's own files are`;
  }
  const passing = under(["/tmp", "/var/tmp"]);
  return passing === undefined ? null : `the service has a ${passing} of its own, which is emptied`;
}

/** The unit, of the same options as `install`. */
export function systemdUnit(
  { data: folder, serve, lowPort, writes }: Omit<ServiceOptions, "executable" | "newOffice">,
): string {
  const data = folder ?? DATA;
  const words = [EXECUTABLE, "serve", "--data", data, ...serve].map(unitWord).join(" ");
  const writable = data === DATA
    ? "StateDirectory=belltower\nStateDirectoryMode=0700"
    // Where it is missing, the server says so better than systemd.
    : `ReadWritePaths=${unitWord(`-${data}`)}`;
  const marker = markerOf(data);
  const outside = writes.map((path) => `ReadWritePaths=${unitWord(`-${path}`)}\n`).join("");
  const capability = lowPort ? "CAP_NET_BIND_SERVICE" : "";
  return `[Unit]
Description=Belltower: the caller's card on the right screen when the phone rings
Documentation=man:systemd.exec(5)
Wants=network-online.target
After=network-online.target
# An office without its telephone book tries again for as long as it takes.
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=main
# Remembers beside the folder that an office was there, so that an empty folder is not taken for a new office.
ExecStartPre=-+/usr/bin/touch -a ${unitWord(marker)}
ExecStartPre=-+/usr/bin/chown --no-dereference belltower:belltower ${unitWord(marker)}
ExecStart=${words}
User=belltower
Group=belltower
SupplementaryGroups=dialout
Restart=on-failure
RestartSec=2
# The program says every ten seconds that its main thread lives.
WatchdogSec=30
TimeoutStopSec=10
UMask=0077
# 512 connections take three each.
LimitNOFILE=4096

# The system is read-only but for the data folder, that one file beside it, and where backups go (another place for
# them: \`systemctl edit belltower\` with a line ReadWritePaths=FOLDER under [Service]).
ProtectSystem=strict
${writable}
ReadWritePaths=${unitWord(`-${marker}`)}
${outside}ProtectHome=yes
PrivateTmp=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
NoNewPrivileges=yes
CapabilityBoundingSet=${capability}
AmbientCapabilities=${capability}
LockPersonality=yes
RemoveIPC=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
# Not PrivateDevices, DevicePolicy and ProtectClock: an adapter that is plugged in later must be seen, and a unit
# knows only the kinds of devices that were there when it started. Serial ports are open to the group dialout alone.
# Not MemoryDenyWriteExecute: V8 makes machine code while it runs.

[Install]
WantedBy=multi-user.target
`;
}

/** As systemd reads words: `%` and `$` mean something, quotes hold spaces together (systemd.syntax(7)). */
function unitWord(word: string): string {
  const safe = word.replaceAll("%", "%%").replaceAll("$", "$$$$");
  if (/^[\w@%+=:,.$/[\]-]+$/.test(safe)) return safe;
  return `"${safe.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
