import type { Staff } from "../../domain/staff.ts";
import { knownPerson } from "../../live/known_person.ts";
import { touchWallScreen, type WallScreen, wallScreenByHash } from "../../store/wall_screens.ts";
import { translator } from "../../text/translator.ts";
import type { WallView } from "./board_data.ts";
import { HttpProblem } from "../http_problem.ts";
import { timeView } from "../basics.ts";
import { boardView } from "./board_view.ts";
import { fragment } from "../frame/respond.ts";
import { sessionKey, tokenHash } from "../guard/session_token.ts";
import type { OpenHandler, StaffHandler, Visit, WebContext } from "../visit.ts";
import { lastHeard } from "../live/live_stream.ts";

/** Noting that a screen is there is a write to the disk. */
const TOUCH_MS = 60_000;

/** The board in large type, for whoever is signed in. */
export const wallPreview: StaffHandler = (c, visit) =>
  fragment(c, visit, "board/wall_page", {
    ...wallView(visit, "/board/wall/now", "/live"),
    sessionKey: visit.session.key,
  });

export const wallPreviewNow: StaffHandler = (c, visit) =>
  fragment(c, visit, "board/wall", wallView(visit, "/board/wall/now", "/live"));

/** The board on the wall: nobody is signed in there; the link opens this and nothing else. */
export const wallShow: OpenHandler = (c, visit) => {
  const found = screenOf(c, visit);
  if (found === null) throw new HttpProblem("not_found", {}, "error.wall_ended");
  const { screen, path, key } = found;
  const seen = ofScreen(visit, screen);
  noteSeen(visit, screen);
  const view = wallView(seen, `${path}/now`, `${path}/live`);
  return fragment(c, seen, "board/wall_page", { ...view, sessionKey: key });
};

export const wallNow: OpenHandler = (c, visit) => {
  const found = screenOf(c, visit);
  if (found === null) return c.body(null, 401);
  const { screen, path } = found;
  noteSeen(visit, screen);
  const seen = ofScreen(visit, screen);
  return fragment(c, seen, "board/wall", wallView(seen, `${path}/now`, `${path}/live`));
};

/** A screen hears what an agent without an extension hears: that the board is different, and of the line. */
export const wallLive: OpenHandler = (c, visit) => {
  const found = screenOf(c, visit);
  if (found === null) return c.body(null, 401);
  const { hash, key } = found;
  const { web, store, now } = visit;
  const person = knownPerson(() => {
    const screen = wallScreenByHash(store, hash);
    return screen && { person: nobody(screen), until: Infinity };
  }, web.clock);
  const hello = { sessionKey: key, version: web.version, now };
  const body = web.hub.join(
    { sessionKey: key, person },
    { name: "hello", data: hello },
    lastHeard(c),
  );
  if (body === null) throw new HttpProblem("busy");
  return c.body(body, 200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    // A proxy passes each event on when it comes.
    "x-accel-buffering": "no",
  });
};

function wallView(visit: Visit, now: string, live: string): WallView {
  return { board: boardView(visit, "wall"), now, live, time: timeView(visit, visit.now) };
}

function screenOf(c: WebContext, visit: Visit) {
  const token = c.req.param("token") ?? "";
  const hash = tokenHash(token);
  const screen = hash === null ? null : wallScreenByHash(visit.store, hash);
  if (hash === null || screen === null) return null;
  return { screen, hash, path: `/wall/${token}`, key: sessionKey(hash) };
}

function noteSeen({ store, now }: Visit, { id, seenAt }: WallScreen): void {
  if (now - (seenAt ?? 0) <= TOUCH_MS) return;
  const what = `wall screen ${id} was there`;
  store.late.note({ what, key: `wall ${id}`, write: () => touchWallScreen(store, id, now) });
}

function ofScreen(visit: Visit, { language }: WallScreen): Visit {
  const format = visit.web.formats[language];
  return { ...visit, person: null, session: null, language, t: translator(language), format };
}

/** IDs of staff begin at 1. */
function nobody({ language }: WallScreen): Staff {
  const nothing = { id: 0, login: "", name: "", extensions: [], operator: false };
  return { ...nothing, role: "agent", language, active: true };
}
