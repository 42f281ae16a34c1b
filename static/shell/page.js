// @ts-check
import { startRegions } from "./regions.js";

startRegions();
