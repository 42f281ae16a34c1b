/**
 * A soft ring while the own telephone rings: two chimes, then quiet, made by the browser itself. Only one page
 * of a browser rings, and only after the person has touched it: browsers allow no sound before.
 */
import { leads, standFor } from "./leader.js";

const MUTED = "belltower:muted";
const EVERY_MS = 3200;
/** Hertz, seconds after the start. */
const NOTES = [[659.25, 0], [783.99, 0.16], [659.25, 0.5], [783.99, 0.66]];

let audio = null;
let timer = null;

/** Waits for the first touch, from which on sound is allowed. */
export function prepareSound() {
  const allow = () => {
    audio ??= new AudioContext();
    audio.resume();
    standFor("sound");
    removeEventListener("pointerdown", allow);
    removeEventListener("keydown", allow);
  };
  addEventListener("pointerdown", allow);
  addEventListener("keydown", allow);
}

export function isMuted() {
  return localStorage.getItem(MUTED) === "yes";
}

export function setMuted(muted) {
  localStorage.setItem(MUTED, muted ? "yes" : "no");
}

/** Rings until `stopRing`; calling it again while it rings changes nothing. */
export function startRing() {
  if (timer !== null) return;
  chime();
  timer = setInterval(chime, EVERY_MS);
}

export function stopRing() {
  clearInterval(timer);
  timer = null;
}

function chime() {
  if (audio === null || isMuted() || !leads("sound")) return;
  for (const [hertz, after] of NOTES) strike(hertz, audio.currentTime + after);
}

/** One bell-like note: a sine and its octave, fading in 0.9 s, quiet enough for an office. */
function strike(hertz, at) {
  for (const [overtone, loudness] of [[1, 0.09], [2, 0.03]]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz * overtone;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.9);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.95);
  }
}
