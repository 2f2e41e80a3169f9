import { SplitMix64 } from "./splitMix64.ts";

/** Half of the distance between two numbers: added, it keeps them above 0, whose logit and logarithm are infinite. */
export const MIDDLE = 1 / (1 << 25);

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

/**
 * Writes independent normal numbers (Box and Muller 1958), equal for equal seeds.
 * @param amount Their deviation, 0 to 1.
 * @param seed As 32 bits.
 */
export function writeNormals(amount: number, seed: number, into: Float32Array): void {
  if (!(amount > 0)) {
    into.fill(0);
    return;
  }

  for (let i = 0; i < into.length; i++) {
    const noise = new HashNoise(seed, i);
    const radius = Math.sqrt(-2 * Math.log(noise.of(0) + MIDDLE));
    into[i] = amount * radius * Math.cos(2 * Math.PI * noise.of(1));
  }
}
