import { SplitMix64 } from "./splitMix64.ts";

/** The product's random numbers hashed from seed, position and voice: those of one seed and position. */
export class HashNoise {
  private readonly mixed: SplitMix64;

  /**
   * @param seed What the musician chose, as 32 bits.
   * @param position A position in the song or the pattern, at least 0, in the caller's units.
   */
  constructor(seed: number, position: number) {
    const mixed = new SplitMix64(0, seed).next();
    this.mixed = new SplitMix64(mixed.high, mixed.low ^ position).next();
  }

  /** The number of a voice: uniform over 0 to 1, 1 excluded. */
  of(voice: number): number {
    return new SplitMix64(this.mixed.high, this.mixed.low ^ voice).nextFloat();
  }
}
