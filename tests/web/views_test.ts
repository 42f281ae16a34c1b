import { match, throws } from "node:assert/strict";
import { equal } from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { translator } from "../../lib/text/translator.ts";
import { loadViews, TemplateError, type ViewFrame } from "../../lib/web/views.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const FRAME = {
  page: { language: "ko" } as ViewFrame["page"],
  t: translator("ko"),
  asset: (path: string) => `/static/${path}`,
};

async function withViews(
  files: Record<string, string>,
  test: (folder: URL) => void,
): Promise<void> {
  await using folder = await temporaryFolder();
  Deno.mkdirSync(`${folder.path}/shell`);
  for (const [name, source] of Object.entries(files)) {
    Deno.writeTextFileSync(`${folder.path}/${name}.eta`, source);
  }
  test(pathToFileURL(`${folder.path}/`));
}

const TOAST = { kind: "error", text: "<b>" } as const;

Deno.test("what a template prints is escaped, and nothing is printed as nothing", async () => {
  const source = "<%= it.text %>|<%= null %>|<%= undefined %>|<%= 0 %>";
  await withViews({ "shell/toast": source }, (folder) => {
    equal(loadViews(folder).render("shell/toast", TOAST, FRAME), "&lt;b&gt;|||0");
  });
});

Deno.test("a part finds its own data, and the words and the page by themselves", async () => {
  await withViews({
    "shell/toast": '<%~ include("@shell/inner", { word: it.kind }) %>',
    "shell/inner": '<%= it.word %> <%= it.t("title.desk") %> <%= it.page.language %>',
  }, (folder) => {
    equal(loadViews(folder).render("shell/toast", TOAST, FRAME), "error 상담 ko");
  });
});

Deno.test("a template that does not compile stops the start, by its name", async () => {
  await withViews({ "shell/toast": "<% if ( { %>" }, (folder) => {
    throws(() => loadViews(folder), (error: unknown) => {
      match(String(error), /TemplateError: views\/shell\/toast\.eta does not compile/);
      return error instanceof TemplateError;
    });
  });
});

Deno.test("a template that includes one which is not there stops the start", async () => {
  await withViews({ "shell/toast": '<%~ include("@shell/gone") %>' }, (folder) => {
    throws(() => loadViews(folder), /toast\.eta includes @shell\/gone, which does not exist/);
  });
});

Deno.test("a template that says a word which no language has stops the start", async () => {
  await withViews({ "shell/toast": '<%= it.t("no.such_word") %>' }, (folder) => {
    throws(() => loadViews(folder), /toast\.eta says "no\.such_word"/);
  });
});

Deno.test("every view of the program is there and compiles", () => {
  loadViews();
});
