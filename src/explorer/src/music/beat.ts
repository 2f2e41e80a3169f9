import type { BeatPoint, Latent } from "./beatPoint.ts";
import type { LearntFill } from "./learntFill.ts";
import type { MelodyPhrase } from "./melodyPhrase.ts";
import type { Pattern } from "./pattern.ts";

/** How a drummer plays the cells of a pattern, those without a hit included: density and fills may add hits. */
export interface Groove {
  /** 448 velocities, 0 to 1 (MIDI's 127). */
  readonly velocities: Float32Array;
  /** 448 offsets from the grid in steps, -0.5 (early) to 0.5 (late). */
  readonly offsets: Float32Array;
}

/** All that is needed to play a point of the space. Immutable. */
export interface Beat {
  readonly point: BeatPoint;
  /** The point in the model's units. */
  readonly latent: Latent;
  /** The probability of a hit of each of the 448 cells, 0 to 1, variation included. */
  readonly probabilities: Float32Array;
  /** The threshold of each of the 14 voices. */
  readonly thresholds: Float32Array;
  /** The hits at the thresholds. */
  readonly pattern: Pattern;
  /** Null where the model has none. */
  readonly groove: Groove | null;
  /** Null where the model has none. */
  readonly fill: LearntFill | null;
  /** Null where none was requested or the model has none. */
  readonly melody: MelodyPhrase | null;
}
