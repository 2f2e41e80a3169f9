import { SpaceError } from "../space/spaceError.ts";
import { OnnxGraph, type OnnxNode, type OnnxRow, type Tensor } from "./onnxGraph.ts";
import { OPERATORS, type Kernel } from "./operators.ts";

/** A network of a bundle, evaluated for one row at a time: write the inputs, run, read the outputs. */
export class Network {
  private readonly tensors: Map<string, Tensor>;
  private readonly kernels: Kernel[];

  /**
   * Opens a network.
   * @param part Its name in errors, such as "decoder".
   * @param file The ONNX file.
   * @param inputs The inputs it must have, and no others.
   * @param outputs The outputs it must have, and no others.
   * @param optional Inputs that it may have, too.
   * @throws SpaceError It is damaged, has other tensors or an unknown operator.
   */
  constructor(part: string, file: Uint8Array, inputs: readonly OnnxRow[], outputs: readonly OnnxRow[],
    optional: readonly OnnxRow[] = []) {
    try {
      const graph = new OnnxGraph(file);
      const present = [...inputs, ...optional.filter(({ name }) => graph.inputs.some((input) => input.name === name))];
      checkRows("inputs", graph.inputs, present);
      checkRows("outputs", graph.outputs, outputs);
      this.tensors = new Map(graph.constants);
      for (const { name, width } of present) {
        this.tensors.set(name, { values: new Float32Array(width), shape: [1, width] });
      }

      this.kernels = graph.nodes.map((node) => this.prepare(node));
      for (const { name, width } of outputs) {
        if (this.tensors.get(name)?.values.length !== width) {
          throw new RangeError(`the output "${name}" has another width than ${width}, or no node gives it`);
        }
      }
    } catch (error) {
      throw new SpaceError(part, error instanceof RangeError ? error.message : `it is no network: ${String(error)}`);
    }
  }

  /** Whether it has an optional input. */
  has(name: string): boolean {
    return this.tensors.has(name);
  }

  /** The values of an input to write, or of an output to read after {@link run}. The same array every time. */
  values(name: string): Float32Array {
    return this.tensors.get(name)!.values;
  }

  /** Evaluates the network. */
  run(): void {
    for (const kernel of this.kernels) {
      kernel();
    }
  }

  private prepare(node: OnnxNode): Kernel {
    const operator = Object.hasOwn(OPERATORS, node.operator) ? OPERATORS[node.operator] : undefined;
    if (!operator) {
      throw new RangeError(`the node "${node.name}" has the operator ${node.operator}, which is not known here`);
    }

    const inputs = node.inputs.map((name) => {
      const tensor = this.tensors.get(name);
      if (!tensor) {
        throw new RangeError(`the node "${node.name}" wants "${name}", which is nowhere before it`);
      }

      return tensor;
    });
    return operator(node, inputs, (width, rows = 1, number = 0) => {
      const values = new Float32Array(rows * width);
      this.tensors.set(node.outputs[number], { values, shape: [rows, width] });
      return values;
    });
  }
}

function checkRows(what: string, found: readonly OnnxRow[], due: readonly OnnxRow[]): void {
  const list = (rows: readonly OnnxRow[]) => rows.map((row) => `${row.name}[${row.width}]`).sort().join(", ");
  if (list(found) !== list(due)) {
    throw new RangeError(`its ${what} are ${list(found)} and not ${list(due)}`);
  }
}
