/** A rest in a phrase. */
export const REST = -2;

/** A tie in a phrase: the note before is held. */
export const TIE = -1;

/** Two bars of monophonic melody: for each of 32 steps the MIDI note, 0 to 127, that begins there, {@link TIE} or {@link REST}. */
export type MelodyPhrase = Int8Array;
