/** A file that is no MIDI file, is damaged, or has no drums; the message says why, and where it can the byte. */
export class MidiError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MidiError";
  }
}
