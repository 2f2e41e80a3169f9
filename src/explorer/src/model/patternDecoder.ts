import type { Latent } from "../music/beatPoint.ts";
import { CELLS } from "../music/pattern.ts";
import type { ModelFacts } from "../space/facts.ts";
import { Network } from "./network.ts";
import { varyCells, writeResidual } from "./patternVariation.ts";

/** Decodes points of the latent space. */
export class PatternDecoder {
  private readonly network: Network;
  private readonly variations: number;

  /** @param file The bundle's decoder.onnx. @param model What the page knows of the model. */
  constructor(file: Uint8Array, model: Pick<ModelFacts, "variations">) {
    this.variations = model.variations;
    const residual = model.variations > 0 ? [{ name: "variation", width: model.variations }] : [];
    const inputs = [{ name: "latent", width: 4 }, ...residual];
    this.network = new Network("decoder", file, inputs, [{ name: "probabilities", width: CELLS }]);
  }

  /**
   * Decodes a point.
   * @param variation The amount of the variation, 0 to 1: by the residual latent, or by noise near the thresholds where there is none.
   * @param seed Its seed.
   * @returns 448 probabilities, 0 to 1: a new array.
   */
  decode(latent: Latent, variation: number, seed: number): Float32Array {
    this.network.values("latent").set(latent);
    if (this.variations > 0) {
      writeResidual(variation, seed, this.network.values("variation"));
    }

    this.network.run();
    const probabilities = this.network.values("probabilities").slice();
    if (this.variations === 0) {
      varyCells(variation, seed, probabilities);
    }

    return probabilities;
  }
}
