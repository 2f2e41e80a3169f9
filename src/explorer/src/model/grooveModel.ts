import type { Groove } from "../music/beat.ts";
import { CELLS, writeCells, type Pattern } from "../music/pattern.ts";
import { Network } from "./network.ts";

/** Predicts how a drummer plays a pattern: the velocity of each hit and its offset from the grid. */
export class GrooveModel {
  private readonly network: Network;

  /** @param file The bundle's groove.onnx. */
  constructor(file: Uint8Array) {
    const outputs = [{ name: "velocity", width: CELLS }, { name: "offset", width: CELLS }];
    this.network = new Network("groove", file, [{ name: "pattern", width: CELLS }], outputs);
  }

  /** Predicts the hits of a pattern, and of every other cell how it would be played as one more hit. */
  predict(pattern: Pattern): Groove {
    writeCells(pattern, 0, this.network.values("pattern"));
    this.network.run();
    return { velocities: this.network.values("velocity").slice(), offsets: this.network.values("offset").slice() };
  }
}
