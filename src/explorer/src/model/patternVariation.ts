import { HashNoise } from "../music/hashNoise.ts";
import { CELLS, VOICES } from "../music/pattern.ts";

// Tell these streams of noise from others of the same seed.
const HIT_STREAM = 0x56617279;
const COORDINATE_STREAM = 0x436f6f72;

// Half of the distance between two values of the noise: keeps it above 0, whose logit and logarithm are infinite.
const MIDDLE = 1 / (1 << 25);

/**
 * Writes a model's residual latent: independent normal numbers of deviation `amount` (Box and Muller 1958), equal for equal seeds.
 * @param amount 0 to 1; at 0 the pattern is the model's own.
 */
export function writeResidual(amount: number, seed: number, residual: Float32Array): void {
  if (!(amount > 0)) {
    residual.fill(0);
    return;
  }

  for (let i = 0; i < residual.length; i++) {
    const noise = new HashNoise(seed ^ COORDINATE_STREAM, i);
    const radius = Math.sqrt(-2 * Math.log(noise.of(0) + MIDDLE));
    residual[i] = amount * radius * Math.cos(2 * Math.PI * noise.of(1));
  }
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
