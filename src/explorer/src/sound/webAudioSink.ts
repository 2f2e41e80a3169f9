import type { AudioSink, ScheduledSound } from "./audioSink.ts";
import type { Stereo } from "./mixer.ts";

/** Plays by Web Audio, live or offline. */
export class WebAudioSink implements AudioSink {
  readonly sampleRate: number;
  private readonly output: GainNode;

  /** @param context At the kit's sample rate: sound is rendered for that, and steps join without a gap only where nothing is resampled. */
  constructor(private readonly context: AudioContext | OfflineAudioContext) {
    this.sampleRate = context.sampleRate;
    this.output = context.createGain();
    this.output.connect(context.destination);
  }

  async resume(): Promise<void> {
    if (this.context instanceof AudioContext) {
      await this.context.resume();
    }
  }

  now(): number {
    return Math.round(this.context.currentTime * this.sampleRate);
  }

  audible(): number {
    const { contextTime } = this.timestamp();
    return Math.round(contextTime * this.sampleRate);
  }

  timeOf(frame: number): number {
    const { contextTime, performanceTime } = this.timestamp();
    return performanceTime + (frame / this.sampleRate - contextTime) * 1000;
  }

  play(sound: Stereo, frame: number): ScheduledSound {
    const buffer = this.context.createBuffer(2, sound.left.length, this.sampleRate);
    buffer.copyToChannel(sound.left, 0);
    buffer.copyToChannel(sound.right, 1);
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.output);
    source.start(frame / this.sampleRate);
    return { cancel: () => source.disconnect() };
  }

  setGain(gain: number): void {
    // 10 ms: does not click.
    this.output.gain.setTargetAtTime(gain, this.context.currentTime, 0.01);
  }

  // A context that has just begun has no time stamp yet, and one offline never has.
  private timestamp(): { contextTime: number; performanceTime: number } {
    const stamp = this.context instanceof AudioContext ? this.context.getOutputTimestamp() : {};
    return stamp.contextTime && stamp.performanceTime
      ? { contextTime: stamp.contextTime, performanceTime: stamp.performanceTime }
      : { contextTime: this.context.currentTime, performanceTime: performance.now() };
  }
}
