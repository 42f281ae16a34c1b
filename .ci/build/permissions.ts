/**
 * What the executable may do: the least that works. README has the reasons beside each.
 *
 * Not narrower: the addresses, the data folder and the device are known only when it is started, and a library
 * that may be opened can only be named by its path, which differs from system to system.
 */
export const PERMISSIONS: readonly string[] = [
  "--no-prompt",
  "--allow-net",
  "--allow-read",
  "--allow-write",
  "--allow-env=BELLTOWER_*,HOME,XDG_DATA_HOME,ProgramData,NOTIFY_SOCKET,WATCHDOG_USEC",
  // What else a package asks for is not there, which is no reason to fail.
  "--ignore-env",
  "--allow-ffi",
  "--allow-sys=uid,statfs,hostname,networkInterfaces",
  "--allow-run=systemctl,systemd-sysusers,launchctl,install,schtasks,icacls",
  "--deny-import",
];
