import { Voice } from "../music/pattern.ts";
import type { Space } from "../space/space.ts";
import { GainRamp } from "./gainRamp.ts";
import { SamplePlayer } from "./samplePlayer.ts";

const PLAYERS_PER_DRUM = 2;

/**
 * The engine's kit: a one-shot sample at each stroke's frame. Each drum has two players, so that a stroke can fade out while the next one
 * sounds; a closed hi-hat chokes the open one.
 */
export class DrumKit {
  private readonly players: (SamplePlayer | undefined)[] = [];
  private readonly newest: number[] = [];

  constructor(private readonly space: Pick<Space, "samples" | "facts">, private gain = new GainRamp(space.facts.kit.sampleRate)) {}

  /** Strikes a drum. @param velocity 1 to 127. @param level The kit's linear gain. */
  strike(voice: number, velocity: number, level: number): void {
    const { kit, voices } = this.space.facts;

    // Only a sound needs a smooth level: the first stroke after silence has it in full.
    this.gain.value = this.players.some((player) => player?.isSounding) ? this.gain.value : level;
    this.fade(voice, kit.restrikeFade);
    if (voice === Voice.closedHiHat) {
      this.fade(Voice.openHiHat, kit.chokeFade);
    }

    // Gain by the square of the velocity, as the General MIDI developer guidelines recommend; twice that, because panning halves it.
    const strength = velocity / 127;
    const turn = 1 - (this.newest[voice] ?? 1);
    this.newest[voice] = turn;
    const player = new SamplePlayer(this.space.samples[voice], 2 * strength * strength, voices[voice].pan);
    this.players[voice * PLAYERS_PER_DRUM + turn] = player;
  }

  /** Adds the kit's sound to frames. @param level The linear gain to be reached. */
  mix(left: Float32Array, right: Float32Array, from: number, to: number, level: number): void {
    for (const player of this.players) {
      player?.mix(left, right, from, to);
    }

    for (let frame = from; frame < to; frame++) {
      const gain = this.gain.next(level);
      left[frame] *= gain;
      right[frame] *= gain;
    }
  }

  /** An equal kit that goes its own way. */
  clone(): DrumKit {
    const kit = new DrumKit(this.space, this.gain.clone());
    kit.players.push(...this.players.map((player) => player?.clone()));
    kit.newest.push(...this.newest);
    return kit;
  }

  private fade(voice: number, seconds: number): void {
    for (let turn = 0; turn < PLAYERS_PER_DRUM; turn++) {
      this.players[voice * PLAYERS_PER_DRUM + turn]?.fade(1 / (seconds * this.space.facts.kit.sampleRate));
    }
  }
}
