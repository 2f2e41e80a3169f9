import { STEPS, VOICES, hitCount, type Pattern } from "../music/pattern.ts";
import type { Genre } from "../view/genres.ts";
import { ROWS } from "../view/patternPainter.ts";

/** The names of the drums, by voice. */
export type VoiceTexts = readonly string[];

/** Says what a pattern has: `41 hits: Kick 6, Snare 19, Closed Hat 16`. */
export function describePattern(pattern: Pattern, names: VoiceTexts): string {
  const counts = new Uint8Array(VOICES);
  for (let step = 0; step < STEPS; step++) {
    for (let voice = 0; voice < VOICES; voice++) {
      counts[voice] += (pattern[step] >> voice) & 1;
    }
  }

  const hits = hitCount(pattern);
  const parts = ROWS.filter((voice) => counts[voice] > 0).map((voice) => `${names[voice]} ${counts[voice]}`);
  return hits === 0 ? "no hits" : `${hits} hits: ${parts.join(", ")}`;
}

/** Says where one is: `funk, beat 6815, 2 of 3 here`. */
export function describePlace(point: number, genre: Genre, atPlace: readonly number[], isExact: boolean): string {
  if (!isExact) {
    return `near ${genre.name}, beat ${point}`;
  }

  const several = atPlace.length > 1 ? `, ${atPlace.indexOf(point) + 1} of ${atPlace.length} here` : "";
  return `${genre.name}, beat ${point}${several}`;
}
