import type { Beat } from "../music/beat.ts";
import type { BeatSwitch } from "../music/playSettings.ts";
import { barOf, isBoundary } from "../music/songGrid.ts";

/** Which beat is due at a step of the song: the one that plays, one that waits for its boundary, or a walk. Immutable. */
export class BeatTurn {
  private constructor(
    private readonly playing: Beat,
    private readonly waiting: Beat | null,
    private readonly walk: readonly Beat[] | null,
    private readonly waitingWalk: readonly Beat[] | null,
    private readonly walkStart: number,
  ) {}

  /** A beat that plays. */
  static of(beat: Beat): BeatTurn {
    return new BeatTurn(beat, null, null, null, 0);
  }

  /** The beat that plays. */
  get beat(): Beat {
    return this.playing;
  }

  /** The same with a beat that waits; a walk ends when it takes over. */
  withBeat(beat: Beat): BeatTurn {
    return new BeatTurn(this.playing, beat, this.walk, null, this.walkStart);
  }

  /** The same with a walk that begins at the next bar; without one the beat that plays goes on. */
  withWalk(beats: readonly Beat[] | null): BeatTurn {
    const isEnd = beats === null || beats.length === 0;
    return isEnd ? BeatTurn.of(this.playing) : new BeatTurn(this.playing, null, this.walk, beats, this.walkStart);
  }

  /** The turn at a step of the song. To be called for each step in order. */
  at(songStep: number, when: BeatSwitch): { readonly turn: BeatTurn; readonly walkIndex: number } {
    if (this.waiting && isBoundary(when, songStep)) {
      return { turn: BeatTurn.of(this.waiting), walkIndex: -1 };
    }

    const begins = this.waitingWalk !== null && isBoundary("bar", songStep);
    const walk = begins ? this.waitingWalk : this.walk;
    if (!walk) {
      return { turn: this, walkIndex: -1 };
    }

    const walkStart = begins ? barOf(songStep) : this.walkStart;
    const walkIndex = (barOf(songStep) - walkStart) % walk.length;
    const waitingWalk = begins ? null : this.waitingWalk;
    return { turn: new BeatTurn(walk[walkIndex], this.waiting, walk, waitingWalk, walkStart), walkIndex };
  }
}
