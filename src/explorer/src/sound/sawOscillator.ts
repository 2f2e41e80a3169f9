/** The highest frequency in cycles a frame: above it, the smoothing of two steps would overlap. */
export const MAX_FREQUENCY = 0.25;

/**
 * A sawtooth without audible aliasing: it rises from -1 to 1, and each of its steps is smoothed over four frames by the integral of a cubic
 * B-spline (Välimäki, Pekonen and Nam, "Perceptually informed synthesis of bandlimited classical waveforms using integrated polynomial
 * interpolation", 2012).
 */
export class SawOscillator {
  /** @param phase The phase that it starts at, 0 to 1; a half starts at the value 0. */
  constructor(private phase: number) {}

  /** The next value. @param frequency Cycles a frame, above 0 and up to {@link MAX_FREQUENCY}. */
  next(frequency: number): number {
    let phase = this.phase + frequency;
    phase -= phase >= 1 ? 1 : 0;
    this.phase = phase;
    const value = 2 * phase - 1;
    return phase < 2 * frequency ? value + 2 * stepResidual(phase / frequency)
      : 1 - phase < 2 * frequency ? value - 2 * stepResidual((1 - phase) / frequency)
      : value;
  }

  /** An equal oscillator that goes its own way. */
  clone(): SawOscillator {
    return new SawOscillator(this.phase);
  }
}

// The smoothed step less the ideal one, at a distance of 0 to 2 frames: the integral of the spline's tail.
function stepResidual(distance: number): number {
  if (distance >= 1) {
    const rest = (2 - distance) ** 2;
    return (rest * rest) / 24;
  }

  const cube = distance ** 3;
  return 0.5 - (2 * distance) / 3 + cube / 3 - (cube * distance) / 8;
}
