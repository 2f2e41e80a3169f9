import { SplitMix64 } from "../music/splitMix64.ts";
import { FIRST_NOTE, REST_TOKEN, TIE_TOKEN } from "./melodyToken.ts";

/**
 * Samples tokens from a model's logits: a softmax at a temperature, without ties after rests and without notes outside a scale. Sums are
 * rounded to single precision as the product's are, so that equal seeds give equal melodies.
 */
export class MelodyDraw {
  private readonly random: SplitMix64;

  /** @param seed 0 to 2^32 - 1. */
  constructor(seed: number) {
    this.random = new SplitMix64(0, seed);
  }

  /**
   * Draws the next token.
   * @param logits A logit per token; overwritten.
   * @param previous The token of the step before; a rest at the first step.
   * @param temperature Above 0; less favours the most likely tokens.
   * @param degrees The allowed degrees: bit d for the tone d semitones above the tonic.
   */
  next(logits: Float32Array, previous: number, temperature: number, degrees: number): number {
    if (previous === REST_TOKEN) {
      logits[TIE_TOKEN] = -Infinity;
    }

    for (let token = FIRST_NOTE; token < logits.length; token++) {
      if (((degrees >> ((token - FIRST_NOTE) % 12)) & 1) === 0) {
        logits[token] = -Infinity;
      }
    }

    const max = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
    let sum = 0;
    for (let token = 0; token < logits.length; token++) {
      logits[token] = Math.exp(Math.fround(Math.fround(logits[token] - max) / Math.fround(temperature)));
      sum = Math.fround(sum + logits[token]);
    }

    let left = Math.fround(this.random.nextFloat() * sum);
    let last = 0;
    for (let token = 0; token < logits.length; token++) {
      if (logits[token] > 0) {
        last = token;
        left = Math.fround(left - logits[token]);
        if (left < 0) {
          return token;
        }
      }
    }

    // Rounding can leave a remainder after the last possible token.
    return last;
  }
}
