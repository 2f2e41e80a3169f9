/** The General MIDI note that each of the 14 voices sends. */
export const KIT_NOTES = [36, 38, 42, 41, 45, 46, 48, 49, 51, 58, 60, 61, 62, 64] as const;

// Notes that are read as another, as the product's `Kit` folds them: General MIDI's drums with a close relative among the voices.
const FOLDS: readonly (readonly [note: number, as: number])[] = [
  [35, 36], [37, 38], [39, 38], [40, 38], [43, 41], [44, 42], [47, 45], [50, 48], [52, 49], [57, 49], [53, 51], [55, 51], [59, 51],
  [63, 62],
];

// Roland's V-Drums: the hi-hat's edge sends 22 and 26, which General MIDI does not define, and 58 is the rim of the third tom.
const V_DRUMS_FOLDS: readonly (readonly [note: number, as: number])[] = [[22, 42], [26, 46], [58, 41]];

/**
 * The voice that each note means, by the kit that the file's notes tell: General MIDI, or V-Drums where their own notes are among them.
 * @param notes The notes of the file's drums.
 * @returns A voice, 0 to 13, per note; other notes mean none.
 */
export function voicesOfNotes(notes: ReadonlySet<number>): ReadonlyMap<number, number> {
  const voices = new Map<number, number>(KIT_NOTES.map((note, voice) => [note, voice]));
  const folds = notes.has(22) || notes.has(26) ? [...FOLDS, ...V_DRUMS_FOLDS] : FOLDS;
  const original = new Map(voices);
  for (const [note, as] of folds) {
    voices.set(note, original.get(as)!);
  }

  return voices;
}
