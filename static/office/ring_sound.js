// @ts-check
/**
 * A ring while the own telephone rings, then quiet, made by the browser itself: as the office has set it, unless the
 * person has switched it off or on here. Only one page of a browser rings, and only after the person has touched it:
 * browsers allow no sound before.
 */
import { leads, standFor } from "../shell/leader.js";

const MUTED = "belltower:muted";
const EVERY_MS = 3200;
/**
 * Each note: hertz, and seconds after the start; `lasts` is how long it fades.
 * @typedef {readonly [hertz: number, after: number]} Note
 * @typedef {{ readonly notes: readonly Note[], readonly lasts: number }} Tune
 */
/** @type {{ readonly chime: Tune } & Readonly<Record<string, Tune>>} */
const TUNES = {
  chime: { notes: [[659.25, 0], [783.99, 0.16], [659.25, 0.5], [783.99, 0.66]], lasts: 0.9 },
  bell: { notes: bellNotes(), lasts: 0.18 },
  pulse: { notes: [[392, 0], [392, 0.22], [392, 0.44]], lasts: 0.3 },
};
/** @type {{ readonly normal: number } & Readonly<Record<string, number>>} */
const LOUDNESS = { quiet: 0.5, normal: 1, loud: 2.2 };

/**
 * The two bowls of an old telephone, struck in turn for a second.
 * @returns {Note[]}
 */
function bellNotes() {
  return Array.from({ length: 22 }, (_, strike) => [strike % 2 ? 1480 : 1245, strike * 0.045]);
}

/** @type {AudioContext | null} */
let audio = null;
/** @type {number | undefined} */
let timer;

/**
 * Waits for the first touch, from which on sound is allowed.
 * @param {import("../shell/regions.js").Life} life
 */
export function prepareSound({ signal }) {
  const allow = () => {
    audio ??= new AudioContext();
    audio.resume();
    standFor("sound");
    removeEventListener("pointerdown", allow);
    removeEventListener("keydown", allow);
  };
  addEventListener("pointerdown", allow, { signal });
  addEventListener("keydown", allow, { signal });
}

/** As the person has said in this browser, else as the office has set it. */
export function isMuted() {
  const own = localStorage.getItem(MUTED);
  return own === null ? document.documentElement.dataset.ring === "off" : own === "yes";
}

/** @param {boolean} muted */
export function setMuted(muted) {
  localStorage.setItem(MUTED, muted ? "yes" : "no");
}

/** Rings until `stopRing`; calling it again while it rings changes nothing. */
export function startRing() {
  if (timer !== undefined) return;
  chime();
  timer = setInterval(chime, EVERY_MS);
}

export function stopRing() {
  clearInterval(timer);
  timer = undefined;
}

/**
 * Plays one ring at once, to be listened to.
 * @param {string} tune
 * @param {string} volume
 */
export function tryRing(tune, volume) {
  audio ??= new AudioContext();
  audio.resume();
  play(audio, tune, volume);
}

function chime() {
  if (audio === null || isMuted() || !leads("sound")) return;
  const { ringTune = "", ringVolume = "" } = document.documentElement.dataset;
  play(audio, ringTune, ringVolume);
}

/**
 * @param {AudioContext} audio
 * @param {string} tune
 * @param {string} volume
 */
function play(audio, tune, volume) {
  const { notes, lasts } = TUNES[tune] ?? TUNES.chime;
  const loudness = LOUDNESS[volume] ?? LOUDNESS.normal;
  for (const [hertz, after] of notes) {
    strike(audio, { hertz, at: audio.currentTime + after, lasts, loudness });
  }
}

/**
 * One bell-like note: a sine and its octave, fading, quiet enough for an office.
 * @param {AudioContext} audio
 * @param {{ hertz: number, at: number, lasts: number, loudness: number }} note
 */
function strike(audio, { hertz, at, lasts, loudness }) {
  for (const [overtone, share] of /** @type {const} */ ([[1, 0.09], [2, 0.03]])) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz * overtone;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(share * loudness, at + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + lasts);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + lasts + 0.05);
  }
}
