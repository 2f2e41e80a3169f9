/** The role of a melody in a piece. */
export type MelodyRole = "lead" | "bass";

/** The scales that a melody can keep to. */
export const MELODY_SCALES = [
  "major", "minor", "dorian", "mixolydian", "harmonic minor", "major pentatonic", "minor pentatonic", "blues", "chromatic",
] as const;

/** One of the scales. */
export type MelodyScale = (typeof MELODY_SCALES)[number];

/** What a musician asks of the melody: everything, beside pattern and model, that it depends on. */
export interface MelodyRequest {
  readonly role: MelodyRole;
  /** A General MIDI family, program / 8, 0 to 15. */
  readonly instrument: number;
  /** 0 for C to 11 for B. */
  readonly tonic: number;
  readonly scale: MelodyScale;
  /** -3 to 3: how far it is moved from its role's own register. */
  readonly octaves: number;
  /** 0 to 1: how many notes; a half for the model's own. */
  readonly density: number;
  /** 0.1 to 2; 1 for the model's own. */
  readonly temperature: number;
  /** 0 to 1: how closely it follows the bass drum. */
  readonly follow: number;
  /** 0 to 1023. */
  readonly seed: number;
}

/** What the plugin asks for a role with its parameters at their defaults. */
export function defaultMelody(role: MelodyRole): MelodyRequest {
  const instrument = role === "bass" ? 4 : 10;
  return { role, instrument, tonic: 0, scale: "minor", octaves: 0, density: 0.5, temperature: 0.86, follow: 0, seed: 1 };
}
