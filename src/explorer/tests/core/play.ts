import type { Beat } from "../../src/music/beat.ts";
import { FILL_CELLS } from "../../src/music/learntFill.ts";
import { CELLS } from "../../src/music/pattern.ts";
import type { PlaySettings } from "../../src/music/playSettings.ts";
import { reference, referenceFloats } from "./repository.ts";

interface ReferencePlay {
  readonly bars: number;
  readonly soundBars: number;
  readonly sampleRate: number;
  readonly thresholds: number[];
  readonly cases: {
    readonly pattern: number[];
    readonly melody: number[];
    readonly hasFill: boolean;
    readonly settings: PlaySettings;
    readonly events: number[];
  }[];
}

/** A beat and settings that the product's engine played, and its MIDI: frame and three bytes of each event. */
export interface PlayCase {
  readonly beat: Beat;
  readonly settings: PlaySettings;
  readonly events: readonly (readonly number[])[];
}

const play = reference<ReferencePlay>("play");

/** How many bars the product's engine played, of how many there is sound, and the frames a second. */
export const { bars: BARS, soundBars: SOUND_BARS, sampleRate: SAMPLE_RATE } = play;

/** What it played. */
export const CASES: readonly PlayCase[] = play.cases.map(({ pattern, melody, hasFill, settings, events }, number) => {
  const row = (part: number) => referenceFloats("play").subarray((3 * number + part) * CELLS, (3 * number + part + 1) * CELLS);
  const fill = (part: number) => referenceFloats("play-fills").subarray((3 * number + part) * FILL_CELLS, (3 * number + part + 1) * FILL_CELLS);
  const beat: Beat = {
    point: { knobs: [0, 0, 0, 0], variation: 0, seed: 1 }, latent: [0, 0, 0, 0], probabilities: row(0),
    thresholds: Float32Array.from(play.thresholds), pattern: Uint16Array.from(pattern),
    groove: { velocities: row(1), offsets: row(2) },
    fill: hasFill ? { probabilities: fill(0), velocities: fill(1), offsets: fill(2) } : null, melody: Int8Array.from(melody),
  };
  const count = events.length / 4;
  return { beat, settings, events: Array.from({ length: count }, (_, i) => events.slice(4 * i, 4 * i + 4)) };
});
