import { nearestToPattern, type NearPoint } from "../midi/nearest.ts";
import { BeatModel } from "../model/beatModel.ts";
import { roundTempo } from "../model/grooveModel.ts";
import type { Beat } from "../music/beat.ts";
import type { BeatPoint, Knobs } from "../music/beatPoint.ts";
import type { MelodyRequest } from "../music/melodyRequest.ts";
import type { Pattern } from "../music/pattern.ts";
import { DEFAULT_SETTINGS, type PlaySettings } from "../music/playSettings.ts";
import type { MidiOut, SongPlace } from "../sound/playback.ts";
import type { Space } from "../space/space.ts";
import { MapIndex } from "../view/mapIndex.ts";
import { Sound } from "./sound.ts";

/** What changed. */
export type Change = "point" | "beat" | "settings" | "melody" | "walk" | "playing" | "lit";

/** A way through the map that plays itself. */
export interface Walk {
  /** The points, a bar each. */
  readonly stops: readonly number[];
  readonly beats: readonly Beat[];
}

// A melody takes ten times as long as its beat: it is made once the hand rests.
const MELODY_DELAY_MS = 60;
const TRAIL_LENGTH = 40;

// What knobs may differ by: less than can be seen or heard.
const SAME_KNOB = 1e-4;

// A groove that the model learnt is played from the start, as most of the plugin's programs do.
const START: PlaySettings = { ...DEFAULT_SETTINGS, tempo: 104, grooveVelocity: 0.7, grooveTiming: 0.7 };

/** Where one is in the space, how it is played, and what follows from that. The page's parts change it and listen to it. */
export class Session {
  readonly model: BeatModel;
  readonly sound: Sound;

  /** The points travelled lately, the last one first. */
  trail: readonly number[] = [];
  settings: PlaySettings;
  /** Null where none is wanted. */
  melody: MelodyRequest | null = null;
  walk: Walk | null = null;
  /** The genre that is lit alone. */
  lit: number | null = null;
  beat: Beat;
  /** The point of the map where one is, or that is nearest to the knobs. */
  here: number;
  /** Whether the knobs are that point's. */
  isExact = true;

  private readonly listeners: ((change: Change) => void)[] = [];
  private melodyTimer = 0;

  /** @param start The point of the map to begin at. */
  constructor(readonly space: Space, readonly index: MapIndex, start: number) {
    this.model = new BeatModel(space);
    this.settings = this.model.hasGroove ? START : { ...START, grooveVelocity: 0, grooveTiming: 0 };
    this.here = start;
    this.beat = this.model.beat({ knobs: this.knobsOf(this.here), variation: 0, seed: 1 }, this.settings);
    this.sound = new Sound(space, () => ({ beat: this.beat, settings: this.settings, walk: this.walk?.beats ?? null }));
  }

  /** Calls a function after each change. */
  listen(listener: (change: Change) => void): void {
    this.listeners.push(listener);
  }

  /** The knobs of a point of the map. */
  knobsOf(point: number): Knobs {
    return this.model.mapping.toKnobs(this.space.map.latentOf(point));
  }

  /** Whether a point's genre is lit. */
  readonly isLit = (point: number): boolean => this.lit === null || this.space.map.genre[point] === this.lit;

  /** Goes to a point of the map; the variation stays. */
  travel(point: number): void {
    if (point !== this.here || !this.isExact) {
      this.trail = [point, ...this.trail.slice(0, TRAIL_LENGTH)];
    }

    [this.here, this.isExact] = [point, true];
    this.decode({ ...this.beat.point, knobs: this.knobsOf(point) });
  }

  /**
   * Goes to any point of the space.
   * @param likely The point of the map that it may be, of several with the same knobs.
   */
  moveTo(point: BeatPoint, likely = this.here): void {
    this.decode(point, () => {
      const isAt = (one: number) => this.knobsOf(one).every((knob, axis) => Math.abs(knob - this.beat.point.knobs[axis]) < SAME_KNOB);
      this.here = isAt(likely) ? likely : this.space.map.nearestTo(this.beat.latent);
      this.isExact = isAt(this.here);
    });
  }

  /** Changes how beats are played. */
  play(settings: Partial<PlaySettings>): void {
    const { tempo, looseness } = this.settings;
    this.settings = { ...this.settings, ...settings };
    this.sound.setSettings(this.settings);
    if (this.settings.looseness !== looseness || roundTempo(this.settings.tempo) !== roundTempo(tempo)) {
      this.playAnew();
    }

    this.tell("settings");
  }

  /** Asks for another melody; null for none. */
  setMelody(melody: MelodyRequest | null): void {
    this.melody = melody;
    this.beat = melody ? this.model.withMelody(this.beat, melody) : { ...this.beat, melody: null };
    if (melody) {
      this.settings = { ...this.settings, melodyRole: melody.role };
      this.sound.setSettings(this.settings);
    }

    this.tell("melody");
    if (this.walk) {
      this.setWalk(this.walk.stops);
    } else {
      this.sound.setBeat(this.beat);
    }
  }

  /** Plays points a bar each, looped. */
  setWalk(stops: readonly number[]): void {
    const { variation, seed } = this.beat.point;
    const beats = stops.map((stop) => this.withMelody(this.model.beat({ knobs: this.knobsOf(stop), variation, seed }, this.settings)));
    this.walk = { stops, beats };
    this.sound.setWalk(beats);
    this.tell("walk");
  }

  /** Lights a genre alone, or all. */
  light(genre: number | null): void {
    this.lit = genre;
    this.tell("lit");
  }

  /** Starts or stops the song. */
  async setPlaying(isPlaying: boolean): Promise<void> {
    if (isPlaying) {
      await this.sound.start();
    } else {
      this.sound.stop();
    }

    this.tell("playing");
  }

  /** Sends MIDI from now on; null ends it. */
  setMidiOut(out: MidiOut | null): void {
    this.sound.setMidiOut(out);
  }

  /** What sounds now; null while nothing does. */
  place(): SongPlace | null {
    return this.sound.place();
  }

  /** The points most like a pattern, the present place apart. */
  similarTo(pattern: Pattern, count: number): NearPoint[] {
    return nearestToPattern(this.space, pattern, count + 1).filter(({ point }) => point !== this.here).slice(0, count);
  }

  // The same hits in another take.
  private playAnew(): void {
    this.beat = { ...this.model.beat(this.beat.point, this.settings), melody: this.beat.melody };
    if (this.walk) {
      this.setWalk(this.walk.stops);
    } else {
      this.sound.setBeat(this.beat);
    }
  }

  private decode(point: BeatPoint, locate?: () => void): void {
    // Until its own is there, the new beat keeps the melody of the last.
    const { melody } = this.beat;
    this.beat = { ...this.model.beat(point, this.settings), melody };
    locate?.();
    this.walk = null;
    this.sound.setBeat(this.beat);
    this.tell("point");
    clearTimeout(this.melodyTimer);
    if (this.melody) {
      this.melodyTimer = window.setTimeout(() => this.addMelody(), MELODY_DELAY_MS);
    }
  }

  private addMelody(): void {
    this.beat = this.withMelody(this.beat);
    if (!this.walk) {
      this.sound.setBeat(this.beat);
    }

    this.tell("beat");
  }

  private withMelody(beat: Beat): Beat {
    return this.melody ? this.model.withMelody(beat, this.melody) : beat;
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) {
      listener(change);
    }
  }
}
