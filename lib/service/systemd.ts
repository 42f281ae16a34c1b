import type { ServiceManager, Step } from "./plan.ts";

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
  install({ executable, data, serve }) {
    const write = (path: string, text: string) =>
      ({ kind: "write", path, bytes: new TextEncoder().encode(text) }) as const;
    return [
      ...executable === EXECUTABLE
        ? []
        : [{ kind: "copy", from: executable, to: EXECUTABLE } as const],
      write(USER, SYSUSERS),
      { kind: "run", words: ["/usr/bin/systemd-sysusers", USER] },
      ...data === null || data === DATA ? [] : [ownFolder(data)],
      write(UNIT, systemdUnit(data ?? DATA, serve)),
      { kind: "run", words: [SYSTEMCTL, "daemon-reload"] },
      { kind: "run", words: [SYSTEMCTL, "enable", "belltower.service"] },
      // A running one is of the version before.
      { kind: "run", words: [SYSTEMCTL, "restart", "belltower.service"] },
    ];
  },
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

/** The unit; `serve` are the words behind `belltower serve --data ...`. */
export function systemdUnit(data: string, serve: readonly string[]): string {
  const words = [EXECUTABLE, "serve", "--data", data, ...serve].map(unitWord).join(" ");
  const writable = data === DATA
    ? "StateDirectory=belltower\nStateDirectoryMode=0700"
    // Where it is missing, the server says so better than systemd.
    : `ReadWritePaths=${unitWord(`-${data}`)}`;
  const marker = `${data.replace(/\/+$/, "")}.office`;
  const capability = needsLowPort(serve) ? "CAP_NET_BIND_SERVICE" : "";
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

# The system is read-only, and the only folder that can be written is that of the data; beside it, that one file.
ProtectSystem=strict
${writable}
ReadWritePaths=${unitWord(`-${marker}`)}
ProtectHome=yes
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

/** Ports below 1024 are the system's own. */
function needsLowPort(serve: readonly string[]): boolean {
  return ["--http", "--https"].some((option) => {
    const address = serve[serve.indexOf(option) + 1] ?? "";
    const port = Number(/:(\d+)$/.exec(address)?.[1] ?? 8416);
    return serve.includes(option) && port > 0 && port < 1024;
  });
}
