/**
 * SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): the product's generator, in two halves of 32
 * bits, because BigInt is too slow for a draw a cell.
 */
export class SplitMix64 {
  /** The halves of the number that {@link next} drew last, unsigned. */
  high = 0;
  low = 0;
  private stateHigh: number;
  private stateLow: number;

  /** @param high The upper 32 bits of the seed. @param low The lower ones. */
  constructor(high: number, low: number) {
    this.stateHigh = high >>> 0;
    this.stateLow = low >>> 0;
  }

  /** Draws 64 bits. */
  next(): this {
    const sum = this.stateLow + 0x7f4a7c15;
    this.stateHigh = (this.stateHigh + 0x9e3779b9 + (sum > 0xffffffff ? 1 : 0)) >>> 0;
    this.stateLow = sum >>> 0;
    this.high = this.stateHigh;
    this.low = this.stateLow;
    this.xorShift(30);
    this.multiply(0xbf58476d, 0x1ce4e5b9);
    this.xorShift(27);
    this.multiply(0x94d049bb, 0x133111eb);
    this.xorShift(31);
    return this;
  }

  /** Draws a number from 0 to 1, 1 excluded, in steps of 2^-24. */
  nextFloat(): number {
    this.next();
    return (this.high >>> 8) / (1 << 24);
  }

  private xorShift(bits: number): void {
    this.low = (this.low ^ ((this.low >>> bits) | (this.high << (32 - bits)))) >>> 0;
    this.high = (this.high ^ (this.high >>> bits)) >>> 0;
  }

  // The lower 64 bits of the product.
  private multiply(high: number, low: number): void {
    const [a, b, c, d] = [this.low & 0xffff, this.low >>> 16, low & 0xffff, low >>> 16];
    const middle = b * c + ((a * c) / 0x10000 | 0);
    const carried = (middle & 0xffff) + a * d;
    const upper = b * d + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000);
    this.high = (Math.imul(this.high, low) + Math.imul(this.low, high) + upper) >>> 0;
    this.low = Math.imul(this.low, low) >>> 0;
  }
}
