import type { Groove } from "../music/beat.ts";
import { writeNormals } from "../music/hashNoise.ts";
import { CELLS, VOICES, writeCells, type Pattern } from "../music/pattern.ts";
import { Network } from "./network.ts";

// As in the product: for velocities and for offsets a number for the take, one a voice, one a place in the bar, and one a cell.
const TAKE_WIDTH = 2 * (1 + VOICES + CELLS / 2 + CELLS);

// Tells this stream of noise from others of the same seed.
const TAKE_STREAM = 0x54616b65;

/** For which tempo a pattern is played, and how loosely. */
export interface GrooveRequest {
  /** Quarters a minute. */
  readonly tempo: number;
  /** 0 to 1; at 0 the median performance. */
  readonly looseness: number;
  readonly seed: number;
}

/** Predicts how a drummer plays a pattern: the velocity of each hit and its offset from the grid. */
export class GrooveModel {
  private readonly network: Network;

  /** @param file The bundle's groove.onnx; earlier ones know the pattern alone. */
  constructor(file: Uint8Array) {
    const outputs = [{ name: "velocity", width: CELLS }, { name: "offset", width: CELLS }];
    const optional = [{ name: "tempo", width: 1 }, { name: "take", width: TAKE_WIDTH }];
    this.network = new Network("groove", file, [{ name: "pattern", width: CELLS }], outputs, optional);
  }

  /** Whether it plays takes. */
  get hasTakes(): boolean {
    return this.network.has("take");
  }

  /** Predicts the hits of a pattern, and of every other cell how it would be played as one more hit. */
  predict(pattern: Pattern, { tempo, looseness, seed }: GrooveRequest): Groove {
    writeCells(pattern, 0, this.network.values("pattern"));
    if (this.network.has("tempo")) {
      this.network.values("tempo")[0] = (roundTempo(tempo) - 120) / 60;
    }

    if (this.hasTakes) {
      writeNormals(looseness, seed ^ TAKE_STREAM, this.network.values("take"));
    }

    this.network.run();
    return { velocities: this.network.values("velocity").slice(), offsets: this.network.values("offset").slice() };
  }
}

/** A tempo as the engine requests it: 60 to 200, in steps of 4. */
export function roundTempo(tempo: number): number {
  return Math.round(Math.min(Math.max(tempo, 60), 200) / 4) * 4;
}
