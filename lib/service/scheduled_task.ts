import type { ServiceManager } from "./plan.ts";
import { xmlText } from "./xml.ts";

const NAME = "Belltower";
/** By their paths: it is these programs that the executable may run, and no others. */
const SCHTASKS = "C:\\Windows\\System32\\schtasks.exe";
const ICACLS = "C:\\Windows\\System32\\icacls.exe";
/** NT AUTHORITY\\LOCAL SERVICE: no person, no administrator, nobody on the network. */
const LOCAL_SERVICE = "S-1-5-19";

/**
 * Windows: a task at the start of the system, since a service has to speak with the service control manager and
 * `schtasks` is there on every Windows. `env` reads the environment.
 */
export function scheduledTask(env: (name: string) => string | undefined): ServiceManager {
  const programData = env("ProgramData") ?? "C:\\ProgramData";
  const folder = `${programData}\\Belltower`;
  const task = `${folder}\\belltower-task.xml`;
  return {
    install({ executable, data, serve, newOffice }) {
      const kept = data ?? folder;
      return [
        { kind: "folder", path: kept },
        ...newOffice ? [{ kind: "remove", path: `${kept}.office` } as const] : [],
        { kind: "write", path: task, bytes: utf16(taskXml(executable, kept, serve)) },
        // The folder is the service's own, and administrators'.
        {
          kind: "run",
          words: [
            ...[ICACLS, kept, "/inheritance:r", "/grant:r", `*${LOCAL_SERVICE}:(OI)(CI)M`],
            ...["*S-1-5-18:(OI)(CI)F", "*S-1-5-32-544:(OI)(CI)F"],
          ],
        },
        { kind: "run", words: [SCHTASKS, "/Create", "/TN", NAME, "/XML", task, "/F"] },
        { kind: "run", words: [SCHTASKS, "/Run", "/TN", NAME] },
      ];
    },
    // Tasks see what their user may see.
    hides: () => null,
    uninstall: () => [
      { kind: "run", words: [SCHTASKS, "/End", "/TN", NAME], mayFail: true },
      { kind: "run", words: [SCHTASKS, "/Delete", "/TN", NAME, "/F"] },
      { kind: "remove", path: task },
    ],
    status: () => [SCHTASKS, "/Query", "/TN", NAME, "/V", "/FO", "LIST"],
  };
}

/** The task (learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema). */
export function taskXml(executable: string, data: string, serve: readonly string[]): string {
  const words = ["serve", "--data", data, ...serve].map(windowsWord).join(" ");
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>The caller's card on the right screen when the phone rings</Description>
  </RegistrationInfo>
  <Triggers>
    <BootTrigger><Enabled>true</Enabled></BootTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${LOCAL_SERVICE}</UserId>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>999</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${xmlText(executable)}</Command>
      <Arguments>${xmlText(words)}</Arguments>
    </Exec>
  </Actions>
</Task>
`.replaceAll("\n", "\r\n");
}

/** As CommandLineToArgvW reads words: backslashes count double before a quote only. */
function windowsWord(word: string): string {
  if (word !== "" && !/[\s"]/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1")}"`;
}

/** schtasks takes the encoding that the Task Scheduler writes itself. */
function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), true);
  return bytes;
}
