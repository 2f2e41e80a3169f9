import { STEPS_PER_BAR, VOICES } from "./pattern.ts";

/** The cells of a fill: a bar of 16 steps by 14 voices. */
export const FILL_CELLS = STEPS_PER_BAR * VOICES;

/** A learnt fill: a bar in place of the pattern's last. */
export interface LearntFill {
  /** The probability of a hit of each of the 224 cells, 0 to 1; from a half on it is a hit. */
  readonly probabilities: Float32Array;
  /** 224 velocities, 0 to 1; null where the model has no groove. */
  readonly velocities: Float32Array | null;
  /** 224 offsets in steps, -0.5 to 0.5; null likewise. */
  readonly offsets: Float32Array | null;
}

/** The steps at the end of a bar that a fill of an amount, 0 to 1, takes. */
export function fillSteps(amount: number): number {
  return Math.ceil(STEPS_PER_BAR * amount);
}

/**
 * The hits of a step of a fill.
 * @param step 0 to 15.
 * @param density From densityOdds.
 */
export function fillHits(probabilities: Float32Array, step: number, density: number): number {
  let hits = 0;
  for (let voice = 0; voice < VOICES; voice++) {
    const cell = probabilities[step * VOICES + voice];
    hits |= cell * density >= 1 - cell ? 1 << voice : 0;
  }

  return hits;
}
