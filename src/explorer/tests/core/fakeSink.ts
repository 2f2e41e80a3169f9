import type { AudioSink, ScheduledSound } from "../../src/sound/audioSink.ts";
import type { Stereo } from "../../src/sound/mixer.ts";
import type { Ticks } from "../../src/sound/player.ts";

/** An audio clock that a test turns by hand, and keeps what was to be heard. */
export class FakeSink implements AudioSink {
  readonly sampleRate = 48_000;
  readonly played: { readonly sound: Stereo; readonly frame: number; isCancelled: boolean }[] = [];

  /** The ticks that the player asked for. */
  readonly ticks: Ticks & { isRunning: boolean } = {
    isRunning: false,
    start() {
      this.isRunning = true;
    },
    stop() {
      this.isRunning = false;
    },
  };

  private frame = 1000;
  private onTick = () => {};

  /** Makes the player's clock. */
  readonly makeClock = (onTick: () => void): Ticks => {
    this.onTick = onTick;
    return this.ticks;
  };

  /** Lets frames pass, with a tick every 25 ms as the page's clock has them, unless the page is blocked. */
  pass(seconds: number, isBlocked = false): void {
    const end = this.frame + Math.round(seconds * this.sampleRate);
    while (this.frame < end) {
      this.frame = Math.min(this.frame + 1200, end);
      if (this.ticks.isRunning && !isBlocked) {
        this.onTick();
      }
    }
  }

  /** What can be heard, in order: begins and ends of the sounds that were not taken back. */
  heard(): { readonly from: number; readonly to: number; readonly sound: Stereo }[] {
    return this.played.filter(({ isCancelled }) => !isCancelled)
      .map(({ sound, frame }) => ({ from: frame, to: frame + sound.left.length, sound }))
      .sort((one, other) => one.from - other.from);
  }

  async resume(): Promise<void> {}

  now(): number {
    return this.frame;
  }

  audible(): number {
    return this.frame;
  }

  timeOf(frame: number): number {
    return frame;
  }

  play(sound: Stereo, frame: number): ScheduledSound {
    if (frame < this.frame) {
      throw new Error(`a sound of frame ${frame} came at ${this.frame}`);
    }

    const played = { sound, frame, isCancelled: false };
    this.played.push(played);
    return {
      cancel: () => {
        if (frame <= this.frame) {
          throw new Error(`a sound of frame ${frame} was taken back at ${this.frame}`);
        }

        played.isCancelled = true;
      },
    };
  }

  setGain(): void {}
}
