import { HashNoise, MIDDLE, writeNormals } from "../music/hashNoise.ts";
import { CELLS, VOICES } from "../music/pattern.ts";

// Tell these streams of noise from others of the same seed.
const HIT_STREAM = 0x56617279;
const COORDINATE_STREAM = 0x436f6f72;

/**
 * Writes a model's residual latent: independent normal numbers of deviation `amount`, equal for equal seeds.
 * @param amount 0 to 1; at 0 the pattern is the model's own.
 */
export function writeResidual(amount: number, seed: number, residual: Float32Array): void {
  writeNormals(amount, seed ^ COORDINATE_STREAM, residual);
}

/**
 * Moves the logit of each cell by logistic noise of its own, so that cells near their threshold change first: the variation of models
 * without a residual latent.
 * @param amount 0 to 1; at 1 and a threshold of a half a cell is a hit exactly as often as its probability.
 */
export function varyCells(amount: number, seed: number, probabilities: Float32Array): void {
  for (let cell = 0; cell < CELLS && amount > 0; cell += VOICES) {
    const noise = new HashNoise(seed ^ HIT_STREAM, cell / VOICES);
    for (let voice = 0; voice < VOICES; voice++) {
      // The logit of uniform noise is logistic; adding to a logit multiplies the odds by the exponential.
      const uniform = noise.of(voice) + MIDDLE;
      const probability = probabilities[cell + voice];
      const hit = probability * Math.pow(uniform / (1 - uniform), amount);
      probabilities[cell + voice] = hit / (hit + 1 - probability);
    }
  }
}
