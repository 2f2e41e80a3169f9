import type { PatternMap } from "../space/patternMap.ts";
import type { Genre } from "./genres.ts";

/** The name of a genre where it gathers. */
export interface GenreLabel {
  readonly genre: Genre;
  /** On the map, 0 to 1. */
  readonly x: number;
  readonly y: number;
}

// Cells a side of the histogram, and the fewest points of a genre that is named.
const CELLS = 24;
const MIN_POINTS = 25;

/** Finds where each genre stands out most, as the plugin's window does: the peak of its smoothed density against that of all points. */
export function genreLabels(map: PatternMap, genres: readonly Genre[]): GenreLabel[] {
  const cellOf = (value: number) => Math.min(Math.floor(value * CELLS), CELLS - 1);
  const all = new Float32Array(CELLS * CELLS);
  const own = map.genres.map(() => new Float32Array(CELLS * CELLS));
  for (let point = 0; point < map.length; point++) {
    const cell = cellOf(map.x[point]) + CELLS * cellOf(map.y[point]);
    all[cell]++;
    own[map.genre[point]][cell]++;
  }

  const smoothAll = smooth(all);
  return genres.filter((genre) => genre.count >= MIN_POINTS).map((genre) => {
    const here = smooth(own[genre.index]);
    const peak = here.reduce((best, count, cell) => (score(count, smoothAll[cell]) > score(here[best], smoothAll[best]) ? cell : best), 0);
    return { genre, x: ((peak % CELLS) + 0.5) / CELLS, y: (Math.floor(peak / CELLS) + 0.5) / CELLS };
  });
}

function score(own: number, all: number): number {
  return (own * own) / (all + 1);
}

// The sum of each cell and the eight around it.
function smooth(counts: Float32Array): Float32Array {
  return counts.map((_, cell) => {
    const [x, y] = [cell % CELLS, Math.floor(cell / CELLS)];
    let sum = 0;
    for (let row = Math.max(0, y - 1); row <= Math.min(CELLS - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(CELLS - 1, x + 1); column++) {
        sum += counts[row * CELLS + column];
      }
    }

    return sum;
  });
}
