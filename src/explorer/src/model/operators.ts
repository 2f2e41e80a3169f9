import { Gemm } from "./gemm.ts";
import type { OnnxNode, Tensor } from "./onnxGraph.ts";

/** Evaluates a node: reads its inputs' values and writes its outputs'. */
export type Kernel = () => void;

/**
 * Prepares a node.
 * @param node The node.
 * @param inputs Its inputs: constants, and matrices of shape [rows, width].
 * @param output Makes a matrix of an output, of a width and a number of rows, by its number.
 */
type Operator = (
  node: OnnxNode, inputs: readonly Tensor[], output: (width: number, rows?: number, number?: number) => Float32Array,
) => Kernel;

/** The operators that the product's exporter writes for decoders, groove, fill and melody, by their names in ONNX (operator set 17). */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  Gemm: (node, [x, weight, bias], output) => {
    // Only y = x W^T + b: the form of a linear layer.
    const [rows, width] = x.shape;
    expect(node, ["transB"], node.attributes.get("transB") === 1 && weight.shape.length === 2 && weight.shape[1] === width);
    const gemm = new Gemm(weight.values, bias?.values ?? null, width);
    const y = output(weight.shape[0], rows);
    const lines = rowsOf(y, rows).map((line, row) => [x.values.subarray(row * width, (row + 1) * width), line]);
    return () => lines.forEach(([from, to]) => gemm.run(from, to));
  },
  Concat: (node, inputs, output) => {
    expect(node, ["axis"], node.attributes.get("axis") === 1 && inputs.every(({ shape }) => shape[0] === 1));
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
    const [rows, all] = x.shape;
    const width = all / node.outputs.length;
    expect(node, ["axis"], node.attributes.get("axis") === 1 && Number.isInteger(width));
    const parts = node.outputs.map((_, number) => rowsOf(output(width, rows, number), rows));
    return () => parts.forEach((part, number) => part.forEach((line, row) => {
      const from = row * all + number * width;
      line.set(x.values.subarray(from, from + width));
    }));
  },
  Gather: (node, [x, indices], output) => {
    // Only the columns of one row.
    expect(node, ["axis"], node.attributes.get("axis") === 1 && x.shape[0] === 1 && indices.values.every((i) => i < x.values.length));
    const y = output(indices.values.length);
    return () => indices.values.forEach((index, i) => { y[i] = x.values[index]; });
  },
  Reshape: (node, [x, shape], output) => {
    // Only to rows of a width.
    const width = shape.values[1];
    expect(node, [], shape.values.length === 2 && shape.values[0] === -1 && x.values.length % width === 0);
    const y = output(width, x.values.length / width);
    return () => y.set(x.values);
  },
  Clip: (node, [x, low, high], output) => {
    expect(node, [], low.values.length === 1 && high.values.length === 1);
    const y = output(x.shape[1], x.shape[0]);
    return () => x.values.forEach((value, i) => { y[i] = Math.min(Math.max(value, low.values[0]), high.values[0]); });
  },
  Relu: ofEach((x) => (x > 0 ? x : 0)),
  Sigmoid: ofEach((x) => 1 / (1 + Math.exp(-x))),
  Tanh: ofEach(Math.tanh),
  Sin: ofEach(Math.sin),
  Add: ofPairs((a, b) => a + b),
  Sub: ofPairs((a, b) => a - b),
  Mul: ofPairs((a, b) => a * b),
};

function rowsOf(matrix: Float32Array, rows: number): Float32Array[] {
  const width = matrix.length / rows;
  return Array.from({ length: rows }, (_, row) => matrix.subarray(row * width, (row + 1) * width));
}

function ofEach(operation: (x: number) => number): Operator {
  return (node, [x], output) => {
    expect(node, [], true);
    const y = output(x.shape[1], x.shape[0]);
    return () => {
      for (let i = 0; i < y.length; i++) {
        y[i] = operation(x.values[i]);
      }
    };
  };
}

// Of two matrices of one size, or of a matrix and a single number.
function ofPairs(operation: (a: number, b: number) => number): Operator {
  return (node, [a, b], output) => {
    const [aStep, bStep] = [a.values.length === 1 ? 0 : 1, b.values.length === 1 ? 0 : 1];
    expect(node, [], a.values.length === b.values.length || aStep + bStep === 1);
    const [rows, width] = a.values.length < b.values.length || a.shape.length === 0 ? b.shape : a.shape;
    const y = output(width, rows);
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
