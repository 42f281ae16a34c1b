import { NtExecutable, NtExecutableResource, Resource } from "resedit";

/** Korean and Unicode, as the Windows headers number them. */
const TEXTS = { lang: 0x0412, codepage: 1200 };

/**
 * Writes into a Windows executable what its properties show in the Explorer; `version` is `1.2.3`. What `deno compile`
 * put into it, the program and the icon, stays. Throws where `file` is no Windows executable.
 * https://learn.microsoft.com/windows/win32/menurc/versioninfo-resource
 */
export async function writeVersionData(file: string, version: string): Promise<void> {
  const executable = NtExecutable.from(await Deno.readFile(file));
  const resources = NtExecutableResource.from(executable);
  const info = Resource.VersionInfo.createEmpty();
  info.setFileVersion(version, TEXTS.lang);
  info.setProductVersion(version, TEXTS.lang);
  info.setStringValues(TEXTS, {
    ProductName: "Belltower",
    FileDescription: "Belltower: 전화와 고객",
    FileVersion: version,
    ProductVersion: version,
    InternalName: "belltower",
    OriginalFilename: "belltower.exe",
    LegalCopyright: "MIT",
  });
  info.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  await Deno.writeFile(file, new Uint8Array(executable.generate()));
}
