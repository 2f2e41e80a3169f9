import { ProtobufReader } from "./protobufReader.ts";

// TensorProto.DataType
const FLOAT = 1;
const INT64 = 7;

/** A constant or rows of values between nodes. */
export interface Tensor {
  /** Row by row. */
  readonly values: Float32Array;
  /** Empty for a scalar. */
  readonly shape: readonly number[];
}

/** An operator of a graph, with the names of its tensors. */
export interface OnnxNode {
  readonly name: string;
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Integer attributes. */
  readonly attributes: ReadonlyMap<string, number>;
}

/** An input or output of a graph: a matrix [N, width]. */
export interface OnnxRow {
  readonly name: string;
  readonly width: number;
}

/** The part of an ONNX file that evaluation needs; field numbers are those of the ONNX specification (onnx.proto, IR version 8). */
export class OnnxGraph {
  /** In the order of evaluation. */
  readonly nodes: OnnxNode[] = [];
  readonly constants = new Map<string, Tensor>();
  readonly inputs: OnnxRow[] = [];
  readonly outputs: OnnxRow[] = [];

  /** Reads a model file. */
  constructor(file: Uint8Array) {
    const model = new ProtobufReader(file);
    while (model.next()) {
      if (model.field === 7) {
        this.readGraph(new ProtobufReader(model.message()));
      } else {
        model.skip();
      }
    }
  }

  private readGraph(graph: ProtobufReader): void {
    while (graph.next()) {
      switch (graph.field) {
        case 1: this.nodes.push(readNode(new ProtobufReader(graph.message()))); break;
        case 5: this.readConstant(new ProtobufReader(graph.message())); break;
        case 11: this.inputs.push(readRow(graph.message())); break;
        case 12: this.outputs.push(readRow(graph.message())); break;
        default: graph.skip();
      }
    }
  }

  private readConstant(tensor: ProtobufReader): void {
    const shape: number[] = [];
    let [type, name, raw] = [0, "", new Uint8Array()];
    while (tensor.next()) {
      switch (tensor.field) {
        case 1: shape.push(...tensor.integers()); break;
        case 2: type = tensor.integer(); break;
        case 8: name = tensor.text(); break;
        case 9: raw = new Uint8Array(tensor.message()); break;
        default: tensor.skip();
      }
    }

    const count = shape.reduce((product, size) => product * size, 1);
    const size = type === FLOAT ? 4 : type === INT64 ? 8 : NaN;
    if (raw.length !== size * count) {
      throw new RangeError(`the constant "${name}" is not ${count} floats or integers as raw data`);
    }

    // Copied above, because the file's bytes need not be aligned. Integers are shapes and indices, which single precision holds.
    const values = type === FLOAT ? new Float32Array(raw.buffer) : Float32Array.from(new BigInt64Array(raw.buffer), Number);
    this.constants.set(name, { values, shape });
  }
}

function readNode(node: ProtobufReader): OnnxNode {
  const [inputs, outputs, attributes] = [[] as string[], [] as string[], new Map<string, number>()];
  let [name, operator] = ["", ""];
  while (node.next()) {
    switch (node.field) {
      case 1: inputs.push(node.text()); break;
      case 2: outputs.push(node.text()); break;
      case 3: name = node.text(); break;
      case 4: operator = node.text(); break;
      case 5: attributes.set(...readAttribute(new ProtobufReader(node.message()))); break;
      default: node.skip();
    }
  }

  return { name, operator, inputs, outputs, attributes };
}

// NaN where the attribute is no integer: no operator here takes one.
function readAttribute(attribute: ProtobufReader): [string, number] {
  let [name, value] = ["", NaN];
  while (attribute.next()) {
    switch (attribute.field) {
      case 1: name = attribute.text(); break;
      case 3: value = attribute.integer(); break;
      default: attribute.skip();
    }
  }

  return [name, value];
}

// ValueInfo.type.tensor_type.shape.dim[1].dim_value
function readRow(bytes: Uint8Array): OnnxRow {
  const info = new ProtobufReader(bytes);
  let [name, type] = ["", new Uint8Array()];
  while (info.next()) {
    switch (info.field) {
      case 1: name = info.text(); break;
      case 2: type = new Uint8Array(info.message()); break;
      default: info.skip();
    }
  }

  const shape = fieldsOf(fieldsOf(fieldsOf(type, 1)[0], 2)[0], 1);
  const width = new ProtobufReader(shape[1] ?? new Uint8Array());
  if (shape.length !== 2 || !width.next() || width.field !== 1) {
    throw new RangeError(`the tensor "${name}" is not [N, width]`);
  }

  return { name, width: width.integer() };
}

// All messages of one field of a message.
function fieldsOf(bytes: Uint8Array | undefined, field: number): Uint8Array[] {
  const reader = new ProtobufReader(bytes ?? new Uint8Array());
  const found: Uint8Array[] = [];
  while (reader.next()) {
    if (reader.field === field) {
      found.push(reader.message());
    } else {
      reader.skip();
    }
  }

  return found;
}
