import { REST, TIE } from "../music/melodyPhrase.ts";

// The vocabulary of melody models, a token per step: a rest, a tie, or a note by octave and degree in the key.

/** A rest; also the token before the first step. */
export const REST_TOKEN = 0;

/** A tie: the note before is held. */
export const TIE_TOKEN = 1;

/** The first note, an octave below the anchor; tokens are FIRST_NOTE + 12 * octave + degree. */
export const FIRST_NOTE = 2;

/** The number of tokens: three octaves of notes. */
export const TOKENS = FIRST_NOTE + 36;

/**
 * The step of a phrase that a token means.
 * @param anchor The tonic above which most notes lie, a MIDI note.
 * @param octaves By how many octaves a note is moved; those outside of MIDI's 0 to 127 are moved back by octaves.
 */
export function stepOf(token: number, anchor: number, octaves: number): number {
  if (token < FIRST_NOTE) {
    return token === TIE_TOKEN ? TIE : REST;
  }

  const note = anchor - 12 + token - FIRST_NOTE;
  let moved = (note > 127 ? note - 12 * Math.floor((note - 116) / 12) : note) + 12 * octaves;
  while (moved < 0 || moved > 127) {
    moved += moved < 0 ? 12 : -12;
  }

  return moved;
}
