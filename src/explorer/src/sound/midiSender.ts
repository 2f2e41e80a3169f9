import { DRUM_CHANNEL, MELODY_CHANNEL } from "../music/playSettings.ts";
import { MELODY_PART } from "../music/stepNotes.ts";
import type { FrameNote } from "./mixer.ts";
import type { MidiOut } from "./playback.ts";

interface SoundingNote {
  readonly status: number;
  readonly note: number;
  readonly part: number;
  readonly from: number;
  readonly end: number;
}

/** Sends the notes of a song to a MIDI output, each with one note-off: at its end, or where its pitch or the melody's next note begins. */
export class MidiSender {
  private sounding: SoundingNote[] = [];

  /** @param out Where they go. @param timeOf When a frame is heard, in milliseconds. */
  constructor(private readonly out: MidiOut, private readonly timeOf: (frame: number) => number) {}

  /** Sends notes that are decided for good, and what ends before them. @param notes In order of their frames. */
  send(notes: readonly FrameNote[]): void {
    for (const { frame, length, part, note, velocity } of notes) {
      const status = part === MELODY_PART ? MELODY_CHANNEL : DRUM_CHANNEL;
      this.endUntil(frame);
      this.end((other) => (other.status === status && other.note === note) || (part === MELODY_PART && other.part === part), frame);
      this.out.send([0x90 | status, note, velocity], this.timeOf(frame));
      this.sounding.push({ status, note, part, from: frame, end: frame + length });
    }
  }

  /** Sends the ends that are due up to a frame. */
  endUntil(frame: number): void {
    this.sounding.sort((one, other) => one.end - other.end);
    this.end((note) => note.end <= frame, Infinity);
  }

  /** Ends all notes at a frame; those that begin later end as they begin. */
  endAll(frame: number): void {
    this.end(() => true, frame);
  }

  private end(isDue: (note: SoundingNote) => boolean, frame: number): void {
    for (const note of this.sounding.filter(isDue)) {
      this.out.send([0x80 | note.status, note.note, 64], this.timeOf(Math.max(Math.min(note.end, frame), note.from)));
    }

    this.sounding = this.sounding.filter((note) => !isDue(note));
  }
}
