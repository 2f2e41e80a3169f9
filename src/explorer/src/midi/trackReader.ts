import { MidiError } from "./midiError.ts";

const END_OF_TRACK = 0x2f;

/** An event of a track. */
export interface ReadEvent {
  readonly ticks: number;
  /** 0x80 to 0xEF for channel messages, 0xF0, 0xF7, or 0xFF for meta events. */
  readonly status: number;
  /** The data bytes, or of a meta event its type and the first bytes of its payload. */
  readonly data: readonly number[];
}

/** Iterates over the events of a track. Each step goes on by a byte at least, so it ends for any input. */
export class TrackReader {
  private ticks = 0;
  private running = 0;

  /**
   * @param bytes The whole file.
   * @param at The first byte of the track's content, then of what follows what was read.
   * @param end The byte after its content, or after the file.
   * @param number The track's number in errors, from 1.
   */
  constructor(private readonly bytes: Uint8Array, public at: number, private readonly end: number, private readonly number: number) {}

  /** The next event; null at the end of the track. */
  next(): ReadEvent | null {
    while (this.at < this.end) {
      this.ticks += this.variableLength();
      const start = this.at;
      const status = this.byte();
      if (status < 0xf0) {
        // Running status goes on after meta and system exclusive events: the specification ends it there, but writers do not.
        this.at = status < 0x80 ? start : this.at;
        this.running = status < 0x80 ? this.running : status;
        return this.channelMessage(start);
      }

      if (status === 0xff || status === 0xf0 || status === 0xf7) {
        const type = status === 0xff ? [this.data()] : [];
        const payload = this.take(this.variableLength());
        return type[0] === END_OF_TRACK ? null : { ticks: this.ticks, status, data: [...type, ...payload.subarray(0, 4)] };
      }

      this.skipSystemMessage(start, status);
    }

    return null;
  }

  private channelMessage(start: number): ReadEvent {
    if (this.running === 0) {
      throw this.error(start, "a data byte where an event must begin");
    }

    const hasOne = (this.running & 0xe0) === 0xc0;
    return { ticks: this.ticks, status: this.running, data: hasOne ? [this.data()] : [this.data(), this.data()] };
  }

  // System common and real-time messages are not allowed in files, but raw recordings have them.
  private skipSystemMessage(start: number, status: number): void {
    const count = { 0xf1: 1, 0xf2: 2, 0xf3: 1, 0xf6: 0, 0xf8: 0, 0xfa: 0, 0xfb: 0, 0xfc: 0, 0xfe: 0 }[status];
    if (count === undefined) {
      throw this.error(start, `the undefined status 0x${status.toString(16)}`);
    }

    for (let i = 0; i < count; i++) {
      this.data();
    }
  }

  private take(length: number): Uint8Array {
    if (length > this.end - this.at) {
      throw this.error(this.at, `an event of ${length} bytes, of which ${this.end - this.at} are there`);
    }

    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  private data(): number {
    const value = this.byte();
    if (value >= 0x80) {
      throw this.error(this.at - 1, `0x${value.toString(16)} where a byte below 0x80 is due`);
    }

    return value;
  }

  private byte(): number {
    if (this.at >= this.end) {
      throw this.error(this.at, "the track ends in the middle of an event");
    }

    return this.bytes[this.at++];
  }

  private variableLength(): number {
    let value = 0;
    for (let i = 0; i < 4; i++) {
      const byte = this.byte();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) {
        return value;
      }
    }

    throw this.error(this.at, "a number of more than 4 bytes");
  }

  private error(at: number, reason: string): MidiError {
    return new MidiError(`byte ${at}: track ${this.number}: ${reason}`);
  }
}
