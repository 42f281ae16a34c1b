import { deepEqual, equal, match } from "node:assert/strict";
import { controlCall } from "../../../lib/desk/telephony/control_call.ts";
import { DialRate } from "../../../lib/desk/telephony/dial_rate.ts";
import type { PhoneDesk } from "../../../lib/desk/telephony/phone_desk.ts";
import { createLine, enableLine, lineSettings } from "../../../lib/store/line_settings.ts";
import { newestCall } from "../../support/newest_call.ts";
import { switchboardOf } from "../../support/switchboard_of.ts";
import { until } from "../../support/wait.ts";
import { WebOffice } from "../../support/web_office.ts";
import { ToyExchange } from "./toy_exchange.ts";
import { registered, TOY_DEVICE } from "./toy_kind.ts";

/** An office whose one line leads to a toy exchange; returns the line's ID. */
function toyLine({ store }: WebOffice): number {
  for (const { id } of lineSettings(store)) enableLine(store, id, false);
  return createLine(store, { label: "", device: TOY_DEVICE, dialect: "" });
}

Deno.test("a line of a new kind of switch brings calls and takes commands with nothing but its folder and its row", async () => {
  const exchange = new ToyExchange();
  using _row = registered(exchange);
  using office = new WebOffice();
  const id = toyLine(office);
  const lines = switchboardOf(office.store, office.hub, office.metrics);
  lines.start();
  try {
    await until(() => lines.statusOf(id)?.state === "open");
    exchange.rings("01012345678", "202");
    exchange.answers("202");
    const call = newestCall(office.store);
    deepEqual([call.line, call.number, call.state], [id, "01012345678", "talking"]);
    const by = office.staff("kim");
    const desk: PhoneDesk = {
      ...{ store: office.store, by, now: office.now, telephony: lines, dialRate: new DialRate() },
      again: () => desk,
    };
    const held = await controlCall(desk, call.id, { command: "hold", to: "", digits: "" });
    deepEqual(held, { kind: "asked", outcome: { outcome: "done" } });
    equal(newestCall(office.store).state, "held");
  } finally {
    await lines.stop();
  }
});

Deno.test("the pages about lines, trunks, extensions and reports show an office with a line of a new kind", async () => {
  using _row = registered(new ToyExchange());
  using office = new WebOffice();
  const id = toyLine(office);
  const browser = office.browser("admin");
  const page = async (path: string) => {
    const response = await browser.get(path);
    equal(response.status, 200, path);
    return await response.text();
  };
  match(await page("/settings/lines"), /toy exchange.*toy · in the process/);
  for (
    const path of [
      `/settings/lines/${id}/monitor`,
      ...["/settings/trunks", "/settings/checklist", "/settings/extensions", "/board", "/reports"],
    ]
  ) await page(path);
  // It has no dialect, and so there is no form for one.
  equal((await browser.get(`/settings/lines/${id}`)).status, 404);
});

Deno.test("a line of a new kind of switch is added in the form of lines by its device", async () => {
  using _row = registered(new ToyExchange());
  using office = new WebOffice();
  const typed = { label: "", port: "", device: TOY_DEVICE, dialect: "416", speed: "", json: "" };
  equal((await office.browser("admin").post("/settings/lines", typed)).status, 303);
  const line = lineSettings(office.store).find(({ device }) => device === TOY_DEVICE);
  // It has no dialect, whatever the form offers for other kinds.
  equal(line?.dialect, "");
});
