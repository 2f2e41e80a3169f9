import { HashNoise } from "../music/hashNoise.ts";
import { FILL_CELLS, fillHits } from "../music/learntFill.ts";
import { CELLS, STEPS_PER_BAR, VOICES, writeCells, type Pattern } from "../music/pattern.ts";
import { Network } from "./network.ts";

// Tells this stream of noise from others of the same seed.
const STREAM = 0x46696c6c;

// Half of the distance between two values of the noise: keeps it above 0, whose logarithm is infinite.
const MIDDLE = 1 / (1 << 25);

/** Generates the fill of a pattern. */
export class FillModel {
  private readonly network: Network;

  /** @param file The bundle's fill.onnx. */
  constructor(file: Uint8Array) {
    const inputs = [{ name: "pattern", width: CELLS }, { name: "noise", width: FILL_CELLS }];
    this.network = new Network("fill", file, inputs, [{ name: "probabilities", width: FILL_CELLS }]);
  }

  /** The probabilities of a fill's 224 cells; equal seeds give equal fills. */
  generate(pattern: Pattern, seed: number): Float32Array {
    writeCells(pattern, 0, this.network.values("pattern"));
    writeNoise(seed, this.network.values("noise"));
    this.network.run();
    return this.network.values("probabilities").slice();
  }
}

/** A pattern with a fill in place of its second bar. */
export function filled(pattern: Pattern, probabilities: Float32Array): Pattern {
  return Uint16Array.from(pattern, (mask, step) => (step < STEPS_PER_BAR ? mask : fillHits(probabilities, step - STEPS_PER_BAR, 1)));
}

// Independent numbers of the logistic distribution.
function writeNoise(seed: number, noise: Float32Array): void {
  for (let step = 0; step < STEPS_PER_BAR; step++) {
    const uniform = new HashNoise(seed ^ STREAM, step);
    for (let voice = 0; voice < VOICES; voice++) {
      const value = uniform.of(voice) + MIDDLE;
      noise[step * VOICES + voice] = Math.log(value / (1 - value));
    }
  }
}
