/** Steps in a pattern: two bars of 4/4 in 16ths. */
export const STEPS = 32;

/** Steps in a bar. */
export const STEPS_PER_BAR = 16;

/** Drums of the kit. */
export const VOICES = 14;

/** Cells of a pattern; cell = step * 14 + voice. */
export const CELLS = STEPS * VOICES;

/** The voices that rules name, by their bit in a step's mask (the order of arXiv 2007.06284's published samples). */
export const Voice = { bassDrum: 0, snare: 1, closedHiHat: 2, lowFloorTom: 3, lowTom: 4, openHiHat: 5, hiMidTom: 6, ride: 8 } as const;

/** A pattern: 32 step masks, bit v set where voice v is hit. */
export type Pattern = Uint16Array;

/** The pattern of probabilities: a cell is a hit where its probability reaches its voice's threshold. NaN never is a hit. */
export function patternAt(probabilities: Float32Array, thresholds: Float32Array): Pattern {
  const pattern = new Uint16Array(STEPS);
  for (let cell = 0; cell < CELLS; cell++) {
    const voice = cell % VOICES;
    if (probabilities[cell] >= thresholds[voice]) {
      pattern[(cell / VOICES) | 0] |= 1 << voice;
    }
  }

  return pattern;
}

/** Writes a pattern's cells, 1 for a hit and 0 for none, from a step on; after the last step comes the first. */
export function writeCells(pattern: Pattern, firstStep: number, cells: Float32Array): void {
  for (let step = 0; step < STEPS; step++) {
    const mask = pattern[(firstStep + step) % STEPS];
    for (let voice = 0; voice < VOICES; voice++) {
      cells[step * VOICES + voice] = (mask >> voice) & 1;
    }
  }
}

/** The number of hits of a pattern, 0 to 448. */
export function hitCount(pattern: Pattern): number {
  let hits = 0;
  for (const mask of pattern) {
    hits += bitCount(mask);
  }

  return hits;
}

/** The number of cells in which two patterns differ, 0 to 448. */
export function distance(one: Pattern, other: Pattern): number {
  let cells = 0;
  for (let step = 0; step < STEPS; step++) {
    cells += bitCount(one[step] ^ other[step]);
  }

  return cells;
}

/** The F1 of the hits of two patterns: 1 for the same hits, also where there are none, 0 for none in common. */
export function similarity(one: Pattern, other: Pattern): number {
  const hits = hitCount(one) + hitCount(other);
  return hits === 0 ? 1 : 1 - distance(one, other) / hits;
}

function bitCount(mask: number): number {
  let bits = mask - ((mask >> 1) & 0x5555);
  bits = (bits & 0x3333) + ((bits >> 2) & 0x3333);
  bits = (bits + (bits >> 4)) & 0x0f0f;
  return (bits + (bits >> 8)) & 0x1f;
}
