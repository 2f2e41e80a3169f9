import { Gemm } from "./gemm.ts";
import type { OnnxNode, Tensor } from "./onnxGraph.ts";

/** Evaluates a node: reads its inputs' values and writes its outputs'. */
export type Kernel = () => void;

/**
 * Prepares a node.
 * @param node The node.
 * @param inputs Its inputs: constants, and rows of shape [1, width].
 * @param output Makes the row of an output, of a width, by its number.
 */
type Operator = (node: OnnxNode, inputs: readonly Tensor[], output: (width: number, number?: number) => Float32Array) => Kernel;

/** The operators that the product's exporter writes for decoders, groove, fill and melody, by their names in ONNX (operator set 17). */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  Gemm: (node, [x, weight, bias], output) => {
    // Only y = x W^T + b: the form of a linear layer.
    expect(node, ["transB"], node.attributes.get("transB") === 1 && weight.shape.length === 2 && weight.shape[1] === x.values.length);
    const gemm = new Gemm(weight.values, bias?.values ?? null, x.values.length);
    const y = output(weight.shape[0]);
    return () => gemm.run(x.values, y);
  },
  Concat: (node, inputs, output) => {
    expect(node, ["axis"], node.attributes.get("axis") === 1);
    const y = output(inputs.reduce((sum, input) => sum + input.values.length, 0));
    return () => {
      let at = 0;
      for (const input of inputs) {
        y.set(input.values, at);
        at += input.values.length;
      }
    };
  },
  Split: (node, [x], output) => {
    const width = x.values.length / node.outputs.length;
    expect(node, ["axis"], node.attributes.get("axis") === 1 && Number.isInteger(width));
    const parts = node.outputs.map((_, number) => output(width, number));
    return () => parts.forEach((part, number) => part.set(x.values.subarray(number * width, (number + 1) * width)));
  },
  Relu: ofEach((x) => (x > 0 ? x : 0)),
  Sigmoid: ofEach((x) => 1 / (1 + Math.exp(-x))),
  Tanh: ofEach(Math.tanh),
  Sin: ofEach(Math.sin),
  Add: ofPairs((a, b) => a + b),
  Sub: ofPairs((a, b) => a - b),
  Mul: ofPairs((a, b) => a * b),
};

function ofEach(operation: (x: number) => number): Operator {
  return (node, [x], output) => {
    expect(node, [], true);
    const y = output(x.values.length);
    return () => {
      for (let i = 0; i < y.length; i++) {
        y[i] = operation(x.values[i]);
      }
    };
  };
}

// Of two rows of one width, or of a row and a single number.
function ofPairs(operation: (a: number, b: number) => number): Operator {
  return (node, [a, b], output) => {
    const [aStep, bStep] = [a.values.length === 1 ? 0 : 1, b.values.length === 1 ? 0 : 1];
    expect(node, [], a.values.length === b.values.length || aStep + bStep === 1);
    const y = output(Math.max(a.values.length, b.values.length));
    return () => {
      for (let i = 0; i < y.length; i++) {
        y[i] = operation(a.values[i * aStep], b.values[i * bStep]);
      }
    };
  };
}

function expect(node: OnnxNode, attributes: readonly string[], hasForm: boolean): void {
  if (!hasForm || [...node.attributes.keys()].some((name) => !attributes.includes(name))) {
    throw new RangeError(`the node "${node.name}" has a form of ${node.operator} that is not known here`);
  }
}
