// @ts-check
import { MODULES } from "./modules.js";
import { startRegions } from "./regions.js";

startRegions(MODULES);
