import type { Beat } from "../music/beat.ts";
import type { PlaySettings } from "../music/playSettings.ts";

/** Where the song is. */
export interface SongPlace {
  /** The step of the song, from 0. */
  readonly songStep: number;
  /** The step of the pattern, 0 to 31. */
  readonly step: number;
  /** The bar of the song, from 0. */
  readonly bar: number;
  /** The beat that sounds. */
  readonly beat: Beat;
  /** The index of that beat in the walk; -1 where no walk plays. */
  readonly walkIndex: number;
}

/** Takes MIDI messages for later, as a Web MIDI output does. */
export interface MidiOut {
  /**
   * Sends a message.
   * @param message A note-on or note-off of three bytes.
   * @param time When, on the clock of `performance.now()`, in milliseconds.
   */
  send(message: readonly number[], time: number): void;
}

/** Plays beats in time. The page's one player; all of it may be called at any time. */
export interface Playback {
  readonly isPlaying: boolean;

  /** Starts the song at its first step with the beat or walk that is set. Call it from a click or key: browsers allow no sound before. */
  start(): Promise<void>;

  /** Stops with the step that sounds; drums ring out, and MIDI notes that went out end. */
  stop(): void;

  /** Changes the beat. While it plays, the new one takes over as `settings.switch` says; a walk ends with it. */
  setBeat(beat: Beat): void;

  /** Plays beats in turn, a bar each, looped, from the next bar on. Null ends the walk: the beat that sounds goes on. */
  setWalk(beats: readonly Beat[] | null): void;

  /** Changes how it is played, from the next step on. */
  setSettings(settings: PlaySettings): void;

  /** Sends MIDI from now on, drums on channel 10 and the melody on channel 1; null ends it. */
  setMidiOut(out: MidiOut | null): void;

  /** Switches the page's own sound; MIDI goes on. */
  setMuted(isMuted: boolean): void;

  /** What sounds now; null while it does not play. */
  place(): SongPlace | null;
}
