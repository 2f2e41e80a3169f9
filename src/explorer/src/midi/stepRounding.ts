/** The 16th grid from a bar line on: notes belong to the nearest step, halves round up. */
export class StepRounding {
  /**
   * @param start The bar line, in ticks.
   * @param ticksPerQuarter At least 1.
   * @param swing The first step's share of a pair of steps, 0.5 (straight) to 0.75.
   */
  constructor(private readonly start: number, private readonly ticksPerQuarter: number, private readonly swing = 0.5) {}

  /** The step of a note, from 0 at the bar line. */
  stepOf(ticks: number): number {
    if (this.swing === 0.5) {
      // In eighths of a tick, so that half a step is a whole number.
      return Math.floor((8 * (ticks - this.start) + this.ticksPerQuarter) / (2 * this.ticksPerQuarter));
    }

    const pairs = this.pairsOf(ticks);
    const pair = Math.floor(pairs);
    const place = pairs - pair;
    return 2 * pair + (place < this.swing / 2 ? 0 : place < (1 + this.swing) / 2 ? 1 : 2);
  }

  /** The place of a note in its pair of steps, from 0 to below 1. */
  placeInPair(ticks: number): number {
    const pairs = this.pairsOf(ticks);
    return pairs - Math.floor(pairs);
  }

  private pairsOf(ticks: number): number {
    return (ticks - this.start) / (this.ticksPerQuarter / 2);
  }
}
