/** Renames its machine, in a namespace of its own, and prints the names that the certificate has before and after. */
import { machineNames } from "../../lib/certificates/machine_names.ts";
import { ownCertificates } from "../../lib/certificates/own_certificates.ts";
import { subjectNames } from "../../lib/certificates/subject_names.ts";

const [data = ""] = Deno.args;
const rename = (name: string) => new Deno.Command("hostname", { args: [name] }).output();
const names = () => subjectNames(source.current.certificate).names;

await rename("office");
const source = await ownCertificates(data, machineNames, Date.now());
const before = names();
await rename("frontdesk");
await source.refresh(Date.now());
const { leftOut } = source;
const told = JSON.stringify({ before, after: names(), leftOut });
Deno.stdout.writeSync(new TextEncoder().encode(told));
