import type { Beat } from "../music/beat.ts";
import { KIT_NOTES } from "../music/kitNotes.ts";
import { STEPS_PER_BAR } from "../music/pattern.ts";
import { DRUM_CHANNEL, MELODY_CHANNEL, type PlaySettings } from "../music/playSettings.ts";
import { roundHalfEven } from "../music/roundHalfEven.ts";
import { MELODY_PART, notesOfStep } from "../music/stepNotes.ts";
import { textEvent, writeMidiFile, type Track, type TrackEvent } from "./midiFile.ts";

const TICKS_PER_QUARTER = 960;
const BAR_TICKS = 4 * TICKS_PER_QUARTER;
const NAME = 3;

interface ClipNote {
  ticks: number;
  length: number;
  readonly part: number;
  readonly number: number;
  readonly velocity: number;
}

/** What a beat's clip holds. */
export type ClipPart = "drums" | "melody";

/**
 * The MIDI clip of a beat: its two bars as they sound from the song's start, with the notes of the plugin's own clip.
 * @param part The drums or the melody.
 * @param name The track's name.
 */
export function beatClip(beat: Beat, settings: PlaySettings, part: ClipPart, name: string): Uint8Array<ArrayBuffer> {
  const notes = clipNotes([beat, beat], settings).filter((note) => (note.part === MELODY_PART) === (part === "melody"));
  return writeMidiFile(TICKS_PER_QUARTER, [trackOf([...timeEvents(name, settings.tempo), ...noteEvents(notes)], 2)]);
}

/**
 * The MIDI file of a walk: a bar of each of its beats, the odd bars of the song the second bars of their patterns, as the player plays it.
 * @param beats At least one.
 * @param name The name of the first track; the melody has a second one.
 */
export function walkClip(beats: readonly Beat[], settings: PlaySettings, name: string): Uint8Array<ArrayBuffer> {
  const notes = clipNotes(beats, settings);
  const melody = notes.filter((note) => note.part === MELODY_PART);
  const drums = noteEvents(notes.filter((note) => note.part !== MELODY_PART));
  const tracks = [trackOf([...timeEvents(name, settings.tempo), ...drums], beats.length)];
  if (melody.length > 0) {
    tracks.push(trackOf([{ ticks: 0, bytes: textEvent(NAME, "Melody") }, ...noteEvents(melody)], beats.length));
  }

  return writeMidiFile(TICKS_PER_QUARTER, tracks);
}

// The notes of bars, a beat each. Early hits of the first bar begin at the first tick; what sounds past the end is cut there. The step
// after the end, where a loop begins again, is decided too: its early hits are left out, but end the notes of their drums.
function clipNotes(beats: readonly Beat[], settings: PlaySettings): ClipNote[] {
  const [steps, end] = [beats.length * STEPS_PER_BAR, beats.length * BAR_TICKS];
  const [notes, after]: [ClipNote[], Set<ClipNote>] = [[], new Set()];
  for (let step = 0; step <= steps; step++) {
    const beat = beats[Math.floor(step / STEPS_PER_BAR) % beats.length];
    for (const { ppq, part, velocity, note, quarters } of notesOfStep(beat, step, settings)) {
      const ticks = Math.min(Math.max(roundHalfEven(ppq * TICKS_PER_QUARTER), 0), step < steps ? end - 1 : end);
      const length = Math.max(Math.min(roundHalfEven(quarters * TICKS_PER_QUARTER), end - ticks), 1);
      notes.push({ ticks, length, part, velocity, number: part === MELODY_PART ? note : KIT_NOTES[part] });
      if (step === steps) {
        after.add(notes[notes.length - 1]);
      }
    }
  }

  notes.sort((one, other) => one.ticks - other.ticks || one.part - other.part);
  cutOverlaps(notes);
  return notes.filter((note) => !after.has(note));
}

// A note ends where the next of its part begins: of a drum, because its pitch is the same, and of the melody, because it has one voice.
function cutOverlaps(notes: readonly ClipNote[]): void {
  const sounding = new Map<number, ClipNote>();
  for (const note of notes) {
    const before = sounding.get(note.part);
    if (before) {
      before.length = Math.max(Math.min(before.length, note.ticks - before.ticks), 1);
    }

    sounding.set(note.part, note);
  }
}

function trackOf(events: TrackEvent[], bars: number): Track {
  return { events, endTicks: bars * BAR_TICKS };
}

function timeEvents(name: string, tempo: number): TrackEvent[] {
  const micros = Math.round(60_000_000 / tempo);
  return [
    { ticks: 0, bytes: textEvent(NAME, name) },
    { ticks: 0, bytes: [0xff, 0x58, 4, 4, 2, 24, 8] },
    { ticks: 0, bytes: [0xff, 0x51, 3, micros >> 16, (micros >> 8) & 0xff, micros & 0xff] },
  ];
}

// Note-offs come before note-ons at the same tick, so that they do not end the next note of the same pitch.
function noteEvents(notes: readonly ClipNote[]): TrackEvent[] {
  const edges = notes.flatMap(({ ticks, length, part, number, velocity }) => {
    const channel = part === MELODY_PART ? MELODY_CHANNEL : DRUM_CHANNEL;
    return [
      { ticks, order: 1, bytes: [0x90 | channel, number, velocity] },
      { ticks: ticks + length, order: 0, bytes: [0x80 | channel, number, 64] },
    ];
  });
  return edges.sort((one, other) => one.ticks - other.ticks || one.order - other.order);
}
