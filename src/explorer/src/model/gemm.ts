/**
 * y = W x + b, for one row. The weights are kept column by column, so that an input of 0 costs nothing: after a Relu most are. Four columns
 * are added at a time, and sums are kept in double precision.
 */
export class Gemm {
  private readonly columns: Float32Array;
  private readonly bias: Float64Array;
  private readonly sums: Float64Array;
  private readonly active: Int32Array;

  /**
   * @param weights [outputs, inputs], row by row.
   * @param bias [outputs], or null for none.
   * @param inputs The width of x.
   */
  constructor(weights: Float32Array, bias: Float32Array | null, private readonly inputs: number) {
    const outputs = weights.length / inputs;
    this.columns = new Float32Array(weights.length);
    for (let output = 0; output < outputs; output++) {
      for (let input = 0; input < inputs; input++) {
        this.columns[input * outputs + output] = weights[output * inputs + input];
      }
    }

    this.bias = bias ? Float64Array.from(bias) : new Float64Array(outputs);
    this.sums = new Float64Array(outputs);
    this.active = new Int32Array(inputs);
  }

  /** Writes y for an x. */
  run(x: Float32Array, y: Float32Array): void {
    const { columns, sums, active } = this;
    const outputs = sums.length;
    let count = 0;
    for (let input = 0; input < this.inputs; input++) {
      if (x[input] !== 0) {
        active[count++] = input;
      }
    }

    sums.set(this.bias);
    let next = 0;
    for (; next + 4 <= count; next += 4) {
      const [i0, i1, i2, i3] = [active[next], active[next + 1], active[next + 2], active[next + 3]];
      const [x0, x1, x2, x3] = [x[i0], x[i1], x[i2], x[i3]];
      const [c0, c1, c2, c3] = [i0 * outputs, i1 * outputs, i2 * outputs, i3 * outputs];
      for (let output = 0; output < outputs; output++) {
        sums[output] += x0 * columns[c0 + output] + x1 * columns[c1 + output] + x2 * columns[c2 + output] + x3 * columns[c3 + output];
      }
    }

    for (; next < count; next++) {
      const [value, column] = [x[active[next]], active[next] * outputs];
      for (let output = 0; output < outputs; output++) {
        sums[output] += value * columns[column + output];
      }
    }

    y.set(sums);
  }
}
