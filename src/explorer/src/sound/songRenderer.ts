import type { Beat } from "../music/beat.ts";
import { KIT_NOTES } from "../music/kitNotes.ts";
import type { PlaySettings } from "../music/playSettings.ts";
import { roundHalfEven } from "../music/roundHalfEven.ts";
import { ppqOf } from "../music/songGrid.ts";
import { MELODY_PART, aheadOf, notesOfStep, type PlayedNote } from "../music/stepNotes.ts";
import type { FrameNote, Mixer, Stereo } from "./mixer.ts";

// Ties round up, also where noise in the last digits puts one just below; as the engine's segments.
const ROUND_UP = 0.5 + 1e-4;

/** The sound of a step of the song: from where its earliest hit can be to where that of the next step can. */
export interface RenderedStep {
  readonly songStep: number;
  /** The context's frame at which it begins. */
  readonly from: number;
  /** Its frames; none where swing and timing leave nothing. */
  readonly frames: number;
  readonly sound: Stereo;
  /** The notes that begin in it, in order. */
  readonly notes: readonly FrameNote[];
}

/**
 * Renders a song step by step. What is decided stays: a beat or setting that comes later counts from the next step. A copy goes on from the
 * same place, so that steps which have not sounded yet can be rendered anew.
 */
export class SongRenderer {
  // The next step, where the sound of the last one ends, and what is decided and has not sounded yet.
  private songStep = 0;
  private frame: number;
  private waiting: PlayedNote[] = [];

  // A position whose frame is known, from which on the tempo is the present one.
  private anchorFrame: number;
  private anchorPpq = 0;
  private tempo = 0;

  /**
   * @param mixer Sounds it.
   * @param sampleRate Frames a second.
   * @param start The context's frame at which the song starts.
   */
  constructor(private readonly mixer: Mixer, private readonly sampleRate: number, start: number) {
    this.frame = this.anchorFrame = start;
  }

  /** The step that comes next. */
  get nextStep(): number {
    return this.songStep;
  }

  /** The context's frame up to which the song is rendered. */
  get end(): number {
    return this.frame;
  }

  /** Renders the next step. */
  render(beat: Beat, settings: PlaySettings): RenderedStep {
    this.follow(settings.tempo);
    const songStep = this.songStep++;

    // Stable: of equal places the one that was decided first.
    this.waiting.push(...notesOfStep(beat, songStep, settings));
    this.waiting.sort((one, other) => one.ppq - other.ppq);
    const from = this.frame;
    this.frame = Math.max(this.frameOf(ppqOf(this.songStep, settings.swing) - aheadOf(settings)), from);
    const due = this.waiting.filter(({ ppq }) => this.frameOf(ppq) < this.frame);
    this.waiting.splice(0, due.length);
    const notes = due.map((note) => this.onClock(note, from));
    const sound = this.mixer.render(notes, from, this.frame - from, settings);
    return { songStep, from, frames: this.frame - from, sound, notes };
  }

  /** Renders what still sounds where the song ends. @param seconds How long. */
  renderTail(settings: PlaySettings, seconds: number): Stereo {
    this.mixer.release();
    return this.mixer.render([], this.frame, Math.round(seconds * this.sampleRate), settings);
  }

  /** Lets the song stand for some frames: what was late goes on from there. */
  delay(frames: number): void {
    this.frame += frames;
    this.anchorFrame += frames;
  }

  /** An equal song that goes its own way. */
  clone(): SongRenderer {
    const copy = new SongRenderer(this.mixer.clone(), this.sampleRate, this.frame);
    const { songStep, anchorFrame, anchorPpq, tempo } = this;
    return Object.assign(copy, { songStep, anchorFrame, anchorPpq, tempo, waiting: [...this.waiting] });
  }

  private get framesPerQuarter(): number {
    return (60 * this.sampleRate) / this.tempo;
  }

  private follow(tempo: number): void {
    if (this.tempo !== tempo && this.tempo !== 0) {
      this.anchorPpq += (this.frame - this.anchorFrame) / this.framesPerQuarter;
      this.anchorFrame = this.frame;
    }

    this.tempo = tempo;
  }

  private frameOf(ppq: number): number {
    return this.anchorFrame + Math.floor((ppq - this.anchorPpq) * this.framesPerQuarter + ROUND_UP);
  }

  // An early hit whose time is past begins at once.
  private onClock({ ppq, part, velocity, note, quarters }: PlayedNote, from: number): FrameNote {
    const length = Math.max(roundHalfEven(quarters * this.framesPerQuarter), 1);
    const number = part === MELODY_PART ? note : KIT_NOTES[part];
    return { frame: Math.max(this.frameOf(ppq), from), length, part, note: number, velocity };
  }
}
