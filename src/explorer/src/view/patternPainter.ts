import { STEPS, STEPS_PER_BAR, VOICES } from "../music/pattern.ts";
import type { Theme } from "./theme.ts";

/** The drums from top to bottom, as the plugin's window has them: kick, snare, hats and cymbals, toms, hand drums. */
export const ROWS: readonly number[] = [0, 1, 2, 5, 8, 7, 6, 4, 3, 9, 10, 11, 12, 13];

/** Where a pattern is painted, in CSS pixels. */
export interface GridArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a cell is painted as. */
export interface CellLook {
  /** 0 for none, else how loud, up to 1. */
  readonly hit: number;
  /** How likely a hit is that is not there, by its threshold, 0 to 1. */
  readonly likely: number;
}

/** Paints a pattern as a grid of 14 rows and 32 columns, with a gap between its bars. */
export function paintGrid(
  context: CanvasRenderingContext2D, area: GridArea, theme: Theme, look: (voice: number, step: number) => CellLook,
): void {
  const rowHeight = area.height / VOICES;
  const gap = Math.min(1, rowHeight * 0.1);
  ROWS.forEach((voice, row) => {
    for (let step = 0; step < STEPS; step++) {
      const left = stepLeft(area, step) + gap / 2;
      const [top, width, height] = [area.top + row * rowHeight + gap / 2, stepWidth(area) - gap, rowHeight - gap];
      context.fillStyle = step % 4 === 0 ? theme.beatCell : theme.cell;
      context.fillRect(left, top, width, height);
      const { hit, likely } = look(voice, step);
      if (hit > 0) {
        // As high as it is loud, from the row's bottom.
        context.globalAlpha = 0.55 + 0.45 * hit;
        context.fillStyle = theme.accent;
        const tall = height * (0.45 + 0.55 * hit);
        context.fillRect(left, top + height - tall, width, tall);
      } else if (likely > 0.25) {
        context.globalAlpha = 0.15 + 0.45 * likely;
        context.fillStyle = theme.accent;
        const side = Math.min(width, height) * (0.15 + 0.3 * likely);
        context.fillRect(left + (width - side) / 2, top + (height - side) / 2, side, side);
      }

      context.globalAlpha = 1;
    }
  });
}

/** The left edge of a step; 32 for the right end of the grid. */
export function stepLeft(area: GridArea, step: number): number {
  return area.left + step * stepWidth(area) + (step >= STEPS_PER_BAR ? barGap(area) : 0);
}

/** The width of a step. */
export function stepWidth(area: GridArea): number {
  return (area.width - barGap(area)) / STEPS;
}

function barGap(area: GridArea): number {
  return area.width * 0.012;
}
