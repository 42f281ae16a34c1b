/**
 * What the executable may do: the least that works. README has the reasons beside each.
 *
 * Not narrower: the addresses, the data folder and the device are known only when it is started, and a library
 * that may be opened can only be named by its path, which differs from system to system.
 */
export function permissions(system: "linux" | "darwin" | "windows"): string[] {
  return [
    "--no-prompt",
    "--allow-net",
    "--allow-read",
    "--allow-write",
    "--allow-env=BELLTOWER_*,HOME,XDG_DATA_HOME,ProgramData,NOTIFY_SOCKET,WATCHDOG_USEC",
    // What else a package asks for is not there, which is no reason to fail.
    "--ignore-env",
    "--allow-ffi",
    "--allow-sys=uid,statfs,hostname,networkInterfaces",
    `--allow-run=${SERVICE_TOOLS[system].join()}`,
    "--deny-import",
  ];
}

/** What `belltower service` runs. By their paths: names would be looked for in a PATH that need not be there. */
const SERVICE_TOOLS = {
  linux: ["/usr/bin/systemctl", "/usr/bin/systemd-sysusers", "/usr/bin/install"],
  darwin: ["/bin/launchctl", "/usr/bin/install"],
  windows: ["C:\\Windows\\System32\\schtasks.exe", "C:\\Windows\\System32\\icacls.exe"],
} as const;
