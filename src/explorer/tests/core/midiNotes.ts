import { readMidiFile } from "../../src/midi/midiReader.ts";

/** The note-ons of a MIDI file: ticks, channel, note and velocity, in order. */
export function noteOnsOf(bytes: Uint8Array): number[][] {
  return readMidiFile(bytes).tracks.flat().filter(({ status, data }) => (status & 0xf0) === 0x90 && data[1] > 0)
    .map(({ ticks, status, data }) => [ticks, status & 0x0f, data[0], data[1]]);
}

/** The notes of a MIDI file: ticks, length, channel, note and velocity, in order of time, channel and note. */
export function notesOf(bytes: Uint8Array): number[][] {
  const notes: number[][] = [];
  for (const track of readMidiFile(bytes).tracks) {
    const sounding = new Map<number, number[]>();
    for (const { ticks, status, data } of track.filter((event) => (event.status & 0xe0) === 0x80)) {
      const key = ((status & 0x0f) << 7) | data[0];
      const isOn = (status & 0xf0) === 0x90 && data[1] > 0;
      const before = sounding.get(key);
      if (before) {
        before[1] = ticks - before[0];
        sounding.delete(key);
      }

      if (isOn) {
        const note = [ticks, NaN, status & 0x0f, data[0], data[1]];
        sounding.set(key, note);
        notes.push(note);
      }
    }
  }

  return notes.sort((one, other) => one[0] - other[0] || one[2] - other[2] || one[3] - other[3]);
}
