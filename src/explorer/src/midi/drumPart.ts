import { voicesOfNotes } from "../music/kitNotes.ts";
import { Voice } from "../music/pattern.ts";
import { DRUM_CHANNEL } from "../music/playSettings.ts";
import { MidiError } from "./midiError.ts";
import { StepRounding } from "./stepRounding.ts";
import type { ReadEvent } from "./trackReader.ts";

const MAX_SOLO_DRUMS = 4;
const CORE: readonly number[] = [Voice.bassDrum, Voice.snare, Voice.closedHiHat, Voice.openHiHat, Voice.ride];

/** The start of a drum. */
export interface DrumOnset {
  readonly ticks: number;
  /** 0 to 13. */
  readonly voice: number;
}

interface Onset {
  readonly ticks: number;
  readonly note: number;
}

/**
 * The drums among the events of a song, by the product's rule: the notes of channel 10, or where it has none those of the only other
 * channel if they are played like drums. They are if nine in ten mean a drum, half of them kick, snare, hi-hat or ride, and in one of ten
 * steps with notes several sound together; or if they are at most four of these drums alone.
 * @returns The drums in order of time; notes that mean none of the voices are left out.
 * @throws MidiError There are none.
 */
export function drumsOf(events: readonly ReadEvent[], ticksPerQuarter: number): DrumOnset[] {
  const noteOns = events.filter(({ status, data }) => (status & 0xf0) === 0x90 && data[1] !== 0);
  const drums = noteOns.filter(({ status }) => (status & 0x0f) === DRUM_CHANNEL);
  const chosen = (drums.length > 0 ? drums : noteOns).map(({ ticks, data }): Onset => ({ ticks, note: data[0] }));
  chosen.sort((one, other) => one.ticks - other.ticks);
  if (drums.length === 0) {
    checkOthers(events, noteOns, chosen, ticksPerQuarter);
  }

  const voices = voicesOfNotes(new Set(chosen.map(({ note }) => note)));
  return chosen.flatMap(({ ticks, note }) => (voices.has(note) ? [{ ticks, voice: voices.get(note)! }] : []));
}

function checkOthers(events: readonly ReadEvent[], noteOns: readonly ReadEvent[], onsets: readonly Onset[], ticksPerQuarter: number): void {
  const channels = new Set(noteOns.map(({ status }) => status & 0x0f));
  if (channels.size === 0) {
    throw new MidiError("it has no notes");
  }

  if (channels.size > 1) {
    throw new MidiError("it has no note on channel 10, but notes on several others");
  }

  // On another channel than 10 all programs but the first are melodic instruments.
  const hasProgram = events.some(({ status, data }) => (status & 0xf0) === 0xc0 && (status & 0x0f) !== DRUM_CHANNEL && data[0] > 0);
  if (hasProgram || !arePlayedLikeDrums(onsets, ticksPerQuarter)) {
    throw new MidiError(`it has no note on channel 10, and those of channel ${[...channels][0] + 1} are not played like drums`);
  }
}

function arePlayedLikeDrums(onsets: readonly Onset[], ticksPerQuarter: number): boolean {
  const notes = new Set(onsets.map(({ note }) => note));
  const voices = voicesOfNotes(notes);
  const grid = new StepRounding(0, ticksPerQuarter);
  const steps = new Map<number, Set<number>>();
  for (const { ticks, note } of onsets) {
    const step = grid.stepOf(ticks);
    steps.set(step, (steps.get(step) ?? new Set()).add(note));
  }

  const drums = onsets.filter(({ note }) => voices.has(note)).length;
  const core = onsets.filter(({ note }) => CORE.includes(voices.get(note) ?? -1)).length;
  const chords = [...steps.values()].filter((together) => together.size > 1).length;
  const isSolo = core === onsets.length && notes.size <= MAX_SOLO_DRUMS;
  return isSolo || (drums * 10 >= onsets.length * 9 && core * 2 >= onsets.length && chords * 10 >= steps.size);
}
