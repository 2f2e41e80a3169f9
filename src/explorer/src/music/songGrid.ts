import type { BeatSwitch, FillInterval } from "./playSettings.ts";
import { STEPS, STEPS_PER_BAR } from "./pattern.ts";

/** Steps in a quarter. */
export const STEPS_PER_QUARTER = 4;

// The fill is in the last of so many bars; a pass of the pattern has two.
const FILL_BARS: Readonly<Record<FillInterval, number>> = { pattern: 2, "4 bars": 4, "8 bars": 8, "16 bars": 16 };

/** Where a step of the song lies, in quarters from its start: every second step is late by the swing, 0.5 to 0.75. */
export function ppqOf(songStep: number, swing: number): number {
  return songStep / STEPS_PER_QUARTER + (songStep % 2 === 0 ? 0 : (2 * swing - 1) / STEPS_PER_QUARTER);
}

/** The step of the pattern, 0 to 31, that a step of the song plays. */
export function patternStep(songStep: number): number {
  return songStep % STEPS;
}

/** The bar of a step of the song, from 0. */
export function barOf(songStep: number): number {
  return Math.floor(songStep / STEPS_PER_BAR);
}

/** Whether a beat that waits takes over at a step of the song. */
export function isBoundary(when: BeatSwitch, songStep: number): boolean {
  return when === "step" || songStep % (when === "bar" ? STEPS_PER_BAR : STEPS_PER_QUARTER) === 0;
}

/** How far a fill has risen at a step of the song: evenly from above 0 to 1 at the last step of its bar, and 0 outside of it. */
export function fillRamp(songStep: number, interval: FillInterval): number {
  const bars = FILL_BARS[interval];
  return barOf(songStep) % bars === bars - 1 ? ((songStep % STEPS_PER_BAR) + 1) / STEPS_PER_BAR : 0;
}
