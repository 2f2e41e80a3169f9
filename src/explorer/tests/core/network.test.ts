import assert from "node:assert/strict";
import { test } from "node:test";
import { Network } from "../../src/model/network.ts";
import { OnnxGraph } from "../../src/model/onnxGraph.ts";
import { OPERATORS } from "../../src/model/operators.ts";
import { SpaceError } from "../../src/space/spaceError.ts";
import { BUNDLES, bundleFile } from "./repository.ts";

const DECODER = [[{ name: "latent", width: 4 }], [{ name: "probabilities", width: 448 }]] as const;
const decoder = bundleFile("paper-vae", "decoder.onnx")!;

// The same file with a text of the same length in place of another.
function replace(from: string, to: string): Uint8Array {
  const bytes = decoder.slice();
  const at = Buffer.from(bytes).indexOf(from);
  assert.ok(at >= 0 && from.length === to.length);
  bytes.set(Buffer.from(to), at);
  return bytes;
}

test("each operator is one of a shipped network, and so compared with the product's", () => {
  const used = new Set<string>();
  for (const bundle of BUNDLES) {
    for (const name of ["decoder.onnx", "groove.onnx", "fill.onnx", "melody.onnx"]) {
      const file = bundleFile(bundle, name);
      for (const { operator } of file ? new OnnxGraph(file).nodes : []) {
        used.add(operator);
      }
    }
  }

  assert.deepEqual([...used].sort(), Object.keys(OPERATORS).sort());
});

test("an unknown operator is one error that names it and its node", () => {
  assert.throws(() => new Network("decoder", replace("Relu", "Selu"), ...DECODER), (error: Error) => {
    assert.ok(error instanceof SpaceError);
    assert.match(error.message, /^decoder: the node "relu1" has the operator Selu, which is not known here$/);
    return true;
  });
});

test("an operator in a form that the exporter does not write is refused", () => {
  assert.throws(() => new Network("decoder", replace("transB", "transA"), ...DECODER), /"linear1" has a form of Gemm/);
});

test("a network with other inputs or outputs is refused", () => {
  const [, outputs] = DECODER;
  const inputs = [{ name: "latent", width: 5 }];
  assert.throws(() => new Network("decoder", decoder, inputs, outputs), /inputs are latent\[4\] and not latent\[5\]/);
  assert.throws(() => new Network("decoder", replace("latent", "latins"), ...DECODER), SpaceError);
});

test("a file that is cut anywhere is refused", () => {
  for (let length = 0; length < decoder.length; length += 9973) {
    assert.throws(() => new Network("decoder", decoder.slice(0, length), ...DECODER), SpaceError, `${length} bytes`);
  }
});
