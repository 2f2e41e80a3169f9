/** Plays a one-shot sample once: mixes it into two channels, and fades it out on request. */
export class SamplePlayer {
  private position = 0;
  private fadeStep = 0;

  /**
   * @param sample Mono.
   * @param gain Linear and above 0, before panning.
   * @param pan 0 left to 1 right: the shares of the two channels add up to 1.
   */
  constructor(private readonly sample: Float32Array, private gain: number, private readonly pan: number) {}

  /** Whether there is more to come. */
  get isSounding(): boolean {
    return this.position < this.sample.length && this.gain > 0;
  }

  /** Fades out by a part of the present gain a frame; a faster fade that runs goes on. */
  fade(perFrame: number): void {
    this.fadeStep = Math.max(this.fadeStep, perFrame * this.gain);
  }

  /** Adds the next frames. */
  mix(left: Float32Array, right: Float32Array, from: number, to: number): void {
    const { sample, pan, fadeStep } = this;
    const end = Math.min(to, from + sample.length - this.position);
    for (let frame = from; frame < end && this.gain > 0; frame++) {
      const value = sample[this.position++] * this.gain;
      left[frame] += value * (1 - pan);
      right[frame] += value * pan;
      this.gain -= fadeStep;
    }

    this.gain = Math.max(this.gain, 0);
  }

  /** An equal player that goes its own way. */
  clone(): SamplePlayer {
    return Object.assign(new SamplePlayer(this.sample, this.gain, this.pan), { position: this.position, fadeStep: this.fadeStep });
  }
}
