// Seconds in which the gain goes from 0 to 1.
const SECONDS = 0.02;

/** A gain that moves to its target linearly, so that a change does not click; as the engine's. */
export class GainRamp {
  private readonly step: number;

  /** @param sampleRate Frames a second. @param value The gain of the last frame, linear; setting it jumps. */
  constructor(private readonly sampleRate: number, public value = 0) {
    this.step = 1 / (SECONDS * sampleRate);
  }

  /** The gain of the next frame. */
  next(target: number): number {
    this.value = this.value < target ? Math.min(this.value + this.step, target) : Math.max(this.value - this.step, target);
    return this.value;
  }

  /** An equal ramp that goes its own way. */
  clone(): GainRamp {
    return new GainRamp(this.sampleRate, this.value);
  }
}
