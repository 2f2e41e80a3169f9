import type { Knobs, Latent } from "../music/beatPoint.ts";

/**
 * Maps knobs to the latent space and back by the quantiles of the encoded training set, axis by axis: equal parts of a knob's travel hold
 * equally many training patterns. Piecewise linear, monotone, clamped at both ends; numbers are rounded to single precision as the
 * product's are.
 */
export class KnobMapping {
  private readonly tables: readonly Float32Array[];

  /** @param quantiles Four tables: point i of n is the quantile at i/(n-1). */
  constructor(quantiles: readonly (readonly number[])[]) {
    this.tables = quantiles.map((axis) => Float32Array.from(axis));
  }

  /** The latent of knobs; positions outside 0 to 1 are clamped. */
  toLatent([a, b, c, d]: Knobs): Latent {
    return [this.coordinate(0, a), this.coordinate(1, b), this.coordinate(2, c), this.coordinate(3, d)];
  }

  /** The knobs closest to a latent; a coordinate that several positions share gives the lowest of them. */
  toKnobs([a, b, c, d]: Latent): Knobs {
    return [this.knob(0, a), this.knob(1, b), this.knob(2, c), this.knob(3, d)];
  }

  private coordinate(axis: number, knob: number): number {
    const table = this.tables[axis];
    const position = Math.fround(Math.min(Math.max(knob, 0), 1)) * (table.length - 1);
    const left = Math.min(Math.floor(position), table.length - 2);
    return Math.fround(table[left] + (table[left + 1] - table[left]) * (position - left));
  }

  private knob(axis: number, coordinate: number): number {
    const table = this.tables[axis];
    const value = Math.fround(coordinate);
    const right = lowerBound(table, value);
    if (right === 0 || right === table.length) {
      return right === 0 ? 0 : 1;
    }

    const start = table[right - 1];
    return Math.fround((right - 1 + (value - start) / (table[right] - start)) / (table.length - 1));
  }
}

// The first point that is not below a value.
function lowerBound(table: Float32Array, value: number): number {
  let [low, high] = [0, table.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = table[middle] < value ? [middle + 1, high] : [low, middle];
  }

  return low;
}
