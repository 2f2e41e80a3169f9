/**
 * A resonant low-pass filter of 12 dB an octave that stays stable while its cutoff moves: the trapezoidal state variable filter (Simper,
 * "Solving the continuous SVF equations using trapezoidal integration", 2013).
 */
export class LowPassFilter {
  private a1 = 0;
  private a2 = 0;
  private a3 = 0;
  private state1 = 0;
  private state2 = 0;

  /** Sets the cutoff in cycles a frame, above 0 and below a half, and the damping 1 / Q. */
  tune(cutoff: number, damping: number): void {
    const g = Math.tan(Math.PI * cutoff);
    this.a1 = 1 / (1 + g * (g + damping));
    this.a2 = g * this.a1;
    this.a3 = g * this.a2;
  }

  /** The next output for the next input. */
  next(input: number): number {
    const difference = input - this.state2;
    const band = this.a1 * this.state1 + this.a2 * difference;
    const low = this.state2 + this.a2 * this.state1 + this.a3 * difference;
    this.state1 = 2 * band - this.state1;
    this.state2 = 2 * low - this.state2;
    return low;
  }

  /** An equal filter that goes its own way. */
  clone(): LowPassFilter {
    return Object.assign(new LowPassFilter(), this);
  }
}
