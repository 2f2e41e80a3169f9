import { STEPS, distance, type Pattern } from "../music/pattern.ts";
import { drumsOf, type DrumOnset } from "./drumPart.ts";
import { findSwing } from "./findSwing.ts";
import { MidiError } from "./midiError.ts";
import { readMidiFile } from "./midiReader.ts";
import { StepRounding } from "./stepRounding.ts";
import type { ReadEvent } from "./trackReader.ts";

const TIME_SIGNATURE = 0x58;

// The start of a longer file is representative.
const MAX_WINDOWS = 256;

/** What a MIDI clip holds. */
export interface ClipPattern {
  /** Its most typical two bars. */
  readonly pattern: Pattern;
  /** The first step's share of a pair of 16ths, 0.5 (straight, or not clear) to 0.75. */
  readonly swing: number;
}

interface Part {
  readonly start: number;
  readonly drums: readonly DrumOnset[];
}

/**
 * Reads the drums of a MIDI clip as a pattern, by the rules of the product's `drumspace find`: windows of two bars of the parts in 4/4,
 * rounded to the 16th grid, swung where that is clear; of several the medoid, the one closest to all others.
 * @throws MidiError It is no MIDI file, or has no drums in 4/4.
 */
export function readClipPattern(bytes: Uint8Array): ClipPattern {
  const { format, ticksPerQuarter, tracks } = readMidiFile(bytes);
  if (ticksPerQuarter === null) {
    throw new MidiError("its time is SMPTE's, which has no bars");
  }

  // Tracks of format 2 are songs of their own.
  const songs = format === 2 ? tracks : [tracks.flat()];
  let swing = 0.5;
  let failure: unknown = null;
  const windows: Pattern[] = [];
  for (const song of songs) {
    try {
      const parts = partsOf(song, drumsOf(song, ticksPerQuarter), ticksPerQuarter);
      swing = findSwing(parts.flatMap(({ start, drums }) =>
        drums.map(({ ticks }) => new StepRounding(start, ticksPerQuarter).placeInPair(ticks))));
      windows.push(...parts.flatMap((part) => windowsOf(part, ticksPerQuarter, swing)));
    } catch (error) {
      failure = error;
    }
  }

  if (windows.length === 0) {
    throw failure ?? new MidiError("it has no drums in 4/4 that mean one of the fourteen voices");
  }

  return { pattern: medoid(windows.slice(0, MAX_WINDOWS)), swing };
}

// Time signatures divide a song into parts; before the first it is in 4/4, and the last at a tick counts.
function partsOf(events: readonly ReadEvent[], drums: readonly DrumOnset[], ticksPerQuarter: number): Part[] {
  const signatures = new Map<number, boolean>([[0, true]]);
  for (const { ticks, status, data } of events) {
    if (status === 0xff && data[0] === TIME_SIGNATURE && data.length >= 3) {
      signatures.set(ticks, data[1] === 4 && data[2] === 2);
    }
  }

  const starts = [...signatures.keys()].sort((one, other) => one - other);
  return starts.flatMap((start, number) => {
    // A note that is rounded to the next part's start belongs to that.
    const isFrom = (from: number, ticks: number) => new StepRounding(from, ticksPerQuarter).stepOf(ticks) >= 0;
    const next = starts[number + 1] ?? Infinity;
    const own = drums.filter(({ ticks }) => (number === 0 || isFrom(start, ticks)) && (next === Infinity || !isFrom(next, ticks)));
    return signatures.get(start) ? [{ start, drums: own }] : [];
  });
}

// Each two bars with a hit.
function windowsOf({ start, drums }: Part, ticksPerQuarter: number, swing: number): Pattern[] {
  const grid = new StepRounding(start, ticksPerQuarter, swing);
  const windows = new Map<number, Pattern>();
  for (const { ticks, voice } of drums) {
    // A swung grid may round an early note to before the part.
    const step = Math.max(0, grid.stepOf(ticks));
    const number = Math.floor(step / STEPS);
    const window = windows.get(number) ?? new Uint16Array(STEPS);
    window[step % STEPS] |= 1 << voice;
    windows.set(number, window);
  }

  return [...windows.values()];
}

function medoid(patterns: readonly Pattern[]): Pattern {
  const sums = patterns.map((pattern) => patterns.reduce((sum, other) => sum + distance(pattern, other), 0));
  return patterns[sums.indexOf(Math.min(...sums))];
}
