import { deepEqual, equal } from "node:assert/strict";
import type { JobStatus } from "../../../lib/domain/job.ts";
import { Jobs } from "../../../lib/jobs/jobs.ts";
import { setUploadLimit } from "../../../lib/store/upload_limits.ts";
import { type Browser, ORIGIN, WebOffice } from "../../support/web_office.ts";
import { passingStore } from "../../support/passing_store.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

/** Notes what would be done, in a database of its own. */
class ToDo extends Jobs {
  readonly begun: string[] = [];

  override start(...order: Parameters<Jobs["start"]>): JobStatus {
    const [kind, , subject] = order;
    this.begun.push(`${kind} ${subject}`);
    return super.start(...order);
  }

  override look(): void {}
}

function upload(
  office: WebOffice,
  { cookie }: Browser,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
  length: number,
): Promise<Response> {
  const headers = {
    ...{ cookie, origin: ORIGIN, host: "office.test" },
    "content-length": String(length),
  };
  return Promise.resolve(
    office.app.request(`${ORIGIN}/imports?name=list.csv`, { method: "POST", headers, body }),
  );
}

Deno.test("a file that is refused, or does not come whole, leaves no import and no file; one that comes is an import", async () => {
  await using folder = await temporaryFolder();
  const jobs = new ToDo(passingStore(), folder.path);
  using office = new WebOffice(undefined, { data: folder.path, jobs });
  setUploadLimit(office.store, "day", 1);
  const chief = office.browser("super");
  const names = (path: string) => [...Deno.readDirSync(path)].map(({ name }) => name);
  const rows = () => office.store.all<{ state: string }>("SELECT state FROM imports");
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    pull: (controller) => controller.error(new Error("gone")),
  });
  const refused = [
    await upload(office, chief, new Uint8Array(10), 3 * 2 ** 30),
    await upload(office, chief, new Uint8Array(10), 2 * 2 ** 20),
    await upload(office, chief, broken, 1000),
  ];
  for (const { body } of refused) await body?.cancel();
  deepEqual(refused.map(({ status }) => status).filter((status) => status < 400), []);
  deepEqual([rows(), names(`${folder.path}/imports`), jobs.begun], [[], [], []]);

  const good = await upload(office, chief, new TextEncoder().encode("고객명\n김\n"), 16);
  equal(good.status, 201);
  const { location } = await good.json();
  const id = location.split("/").at(-1);
  deepEqual([rows().map(({ state }) => state), jobs.begun.length], [["draft"], 1]);
  deepEqual(names(`${folder.path}/imports`), [id]);
  equal(Deno.readTextFileSync(`${folder.path}/imports/${id}/file`), "고객명\n김\n");
});
