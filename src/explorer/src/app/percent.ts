/** A share as the plugin writes it: `37.0 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** A level knob's linear gain: its square, as the plugin's. */
export function gainOf(level: number): number {
  return level * level;
}

/** A level knob in decibels: `-5.0 dB`. */
export function decibels(level: number): string {
  return level === 0 ? "off" : `${(20 * Math.log10(gainOf(level))).toFixed(1)} dB`;
}
