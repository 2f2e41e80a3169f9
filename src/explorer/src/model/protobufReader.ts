/** Iterates over the fields of a protobuf message (protobuf.dev, "Encoding"): varints, fixed words and length-delimited bytes. */
export class ProtobufReader {
  private at = 0;
  private wireType = 0;

  /** The number of the field that {@link next} read. */
  field = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Moves to the next field; then read its value by {@link integer}, {@link message} or {@link text}, or pass over it by {@link skip}. */
  next(): boolean {
    if (this.at >= this.bytes.length) {
      return false;
    }

    const tag = this.varint();
    this.field = tag >>> 3;
    this.wireType = tag & 7;
    return true;
  }

  /** The value of an integer field. */
  integer(): number {
    this.expect(0);
    return this.varint();
  }

  /** The integers of a repeated field, packed or single. */
  integers(): number[] {
    if (this.wireType === 0) {
      return [this.varint()];
    }

    const packed = new ProtobufReader(this.message());
    const values: number[] = [];
    while (packed.at < packed.bytes.length) {
      values.push(packed.varint());
    }

    return values;
  }

  /** The bytes of a message, of text or of raw data; a view, not a copy. */
  message(): Uint8Array {
    this.expect(2);
    return this.take(this.varint());
  }

  /** The value of a text field. */
  text(): string {
    return new TextDecoder().decode(this.message());
  }

  /** Passes over a field. */
  skip(): void {
    switch (this.wireType) {
      case 0: this.varint(); break;
      case 1: this.take(8); break;
      case 2: this.take(this.varint()); break;
      case 5: this.take(4); break;
      default: throw new RangeError(`wire type ${this.wireType} is not known`);
    }
  }

  private expect(wireType: number): void {
    if (this.wireType !== wireType) {
      throw new RangeError(`field ${this.field} has wire type ${this.wireType} and not ${wireType}`);
    }
  }

  private take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) {
      throw new RangeError("it is cut");
    }

    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  // Numbers beyond 2^53, such as negative ones, are not exact: ONNX files of the exporter have only -1 among them, in encoders.
  private varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.at < this.bytes.length ? this.bytes[this.at++] : -1;
      if (byte < 0 || factor > 2 ** 63) {
        throw new RangeError("a number is cut or too long");
      }

      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        return value;
      }
    }
  }
}
