import { VOICES, Voice } from "./pattern.ts";

// What full density and a full fill at its last step add to the logit of a probability.
const DENSITY_REACH = 3;
const FILL_REACH = 9;

// The voices of fills: the snare and the three toms.
const FILL_VOICES = (1 << Voice.snare) | (1 << Voice.lowFloorTom) | (1 << Voice.lowTom) | (1 << Voice.hiMidTom);

/** The factor of a density, 0 to 1, on the odds of every probability; 1 for a half. */
export function densityOdds(density: number): number {
  return Math.exp(DENSITY_REACH * (2 * density - 1));
}

/**
 * The further factor of a fill on the odds of its voices.
 * @param fill The fill's amount, 0 to 1.
 * @param ramp How far it has risen, 0 to 1; 0 outside of it.
 */
export function fillOdds(fill: number, ramp: number): number {
  return fill > 0 && ramp > 0 ? Math.exp(FILL_REACH * fill * ramp) : 1;
}

/**
 * The hits of a step: the voices whose scaled odds reach the odds of their thresholds.
 * @param mask The hits at the model's own thresholds; what they are where no factor moves them.
 * @param probabilities 448 probabilities.
 * @param step The step, 0 to 31.
 * @param thresholds 14 thresholds.
 * @param density From {@link densityOdds}.
 * @param fill From {@link fillOdds}.
 */
export function hitsAt(
  mask: number, probabilities: Float32Array, step: number, thresholds: Float32Array, density: number, fill: number,
): number {
  if (density === 1 && fill === 1) {
    return mask;
  }

  let hits = 0;
  for (let voice = 0; voice < VOICES; voice++) {
    const odds = ((FILL_VOICES >> voice) & 1) !== 0 ? density * fill : density;
    const cell = probabilities[step * VOICES + voice];
    const threshold = thresholds[voice];
    const isHit = odds === 1 ? ((mask >> voice) & 1) !== 0 : cell * (1 - threshold) * odds >= threshold * (1 - cell);
    hits |= isHit ? 1 << voice : 0;
  }

  return hits;
}
