/** The positions of the four latent knobs, each 0 to 1. */
export type Knobs = readonly [number, number, number, number];

/** A point of a model's latent space: four coordinates in the model's units. */
export type Latent = readonly [number, number, number, number];

/** The highest seed of a variation; the lowest is 1. */
export const MAX_SEED = 1000;

/** Where a model decodes a pattern: everything that decides it. */
export interface BeatPoint {
  readonly knobs: Knobs;
  /** The amount of the variation, 0 to 1; 0 for the model's own pattern. */
  readonly variation: number;
  /** The seed of the variation, 1 to 1000. */
  readonly seed: number;
}
