import type { MelodyRole } from "./melodyRequest.ts";

/** Where fills are: the second bar of each pass of the pattern, or every fourth, eighth or sixteenth bar. */
export type FillInterval = "pattern" | "4 bars" | "8 bars" | "16 bars";

/** When a new beat takes over from the one that plays. */
export type BeatSwitch = "step" | "beat" | "bar";

/** How a beat is played: what the engine decides at the place in the song. */
export interface PlaySettings {
  /** Quarters a minute, 20 to 300. */
  readonly tempo: number;
  /** The first step's share of a pair of steps, 0.5 (straight) to 0.75. */
  readonly swing: number;
  /** How many hits are played, 0 to 1; at a half the model's own. */
  readonly density: number;
  /** How much of its bar a learnt fill takes, or how much a fill thickens snare and toms, 0 to 1. */
  readonly fill: number;
  readonly fillInterval: FillInterval;
  /** How far velocities go from the rule's to the learnt drummer's, 0 to 1. */
  readonly grooveVelocity: number;
  /** The part of the learnt offset by which hits leave their steps, 0 to 1. */
  readonly grooveTiming: number;
  /** How loosely the learnt drummer plays, 0 to 1; the beat's seed chooses the take. */
  readonly looseness: number;
  readonly switch: BeatSwitch;
  /** Linear gain of the kit, 0 to 1. */
  readonly kitLevel: number;
  /** Linear gain of the melody's voice, 0 to 1. */
  readonly melodyLevel: number;
  /** Which patch plays the melody. */
  readonly melodyRole: MelodyRole;
  /** How long a note of the melody lasts, as a part of its length in the phrase, 0.05 to 1. */
  readonly melodyGate: number;
}

/** The plugin's defaults, at 120 quarters a minute. */
export const DEFAULT_SETTINGS: PlaySettings = {
  tempo: 120, swing: 0.5, density: 0.5, fill: 0, fillInterval: "pattern", grooveVelocity: 0, grooveTiming: 0, looseness: 0,
  switch: "step", kitLevel: 0.5625, melodyLevel: 0.5625, melodyRole: "lead", melodyGate: 0.905,
};

/** The MIDI channel of the drums, 0 to 15. */
export const DRUM_CHANNEL = 9;

/** The MIDI channel of the melody, 0 to 15. */
export const MELODY_CHANNEL = 0;
