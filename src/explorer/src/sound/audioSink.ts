import type { Stereo } from "./mixer.ts";

/** Sound that is to come. */
export interface ScheduledSound {
  /** Takes it back, before it began. */
  cancel(): void;
}

/** Where a player's sound goes: an audio clock, counted in frames, and sound at its frames. */
export interface AudioSink {
  /** Frames a second. */
  readonly sampleRate: number;

  /** Lets the clock run; a browser allows it in the handler of a click or key. */
  resume(): Promise<void>;

  /** The frame that is due next. */
  now(): number;

  /** The frame that can be heard now: before {@link now} by the output's latency. */
  audible(): number;

  /** When a frame is heard, on the clock of `performance.now()`, in milliseconds. */
  timeOf(frame: number): number;

  /** Has sound begin at a frame. */
  play(sound: Stereo, frame: number): ScheduledSound;

  /** Sets the gain of everything, 0 or 1. */
  setGain(gain: number): void;
}
