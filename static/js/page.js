/** What every page of a signed-in person runs. Each module finds its own places by data- attributes. */
import { startCard } from "./card.js";
import { startClock } from "./clock.js";
import { startCopy } from "./copy.js";
import { startDetail } from "./detail.js";
import { startFormGuard } from "./form_guard.js";
import { startListKeys } from "./list_keys.js";
import { startLive } from "./live.js";
import { startMenu } from "./menu.js";
import { startNote } from "./note.js";
import { startNumberRows } from "./number_rows.js";
import { startPopups } from "./popup.js";
import { startToasts } from "./toast.js";

startClock();
startToasts();
startCopy();
startMenu();
startNumberRows();
startFormGuard();
startListKeys();
startNote();
startCard();
startDetail();
startPopups();
startLive();
