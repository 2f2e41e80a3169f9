import { MidiError } from "./midiError.ts";
import { TrackReader, type ReadEvent } from "./trackReader.ts";

const PREFACE = 8;
const MAC_BINARY_HEADER = 128;

/** What was read of a Standard MIDI File. */
export interface ReadFile {
  /** 0, 1, or 2 for tracks that are songs of their own. */
  readonly format: number;
  /** Ticks per quarter; null where time is counted in SMPTE frames. */
  readonly ticksPerQuarter: number | null;
  readonly tracks: readonly (readonly ReadEvent[])[];
}

/**
 * Reads a Standard MIDI File, also one in a RIFF (RMID) or MacBinary wrapper. It forgives what the product's reader does: wrong track
 * lengths and track counts, chunks of other kinds, and bytes after the last track.
 * @throws MidiError It is no such file, or too damaged.
 */
export function readMidiFile(bytes: Uint8Array): ReadFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [start, end] = unwrap(bytes, view);
  if (end - start < PREFACE || idAt(bytes, start) !== "MThd") {
    throw new MidiError(bytes.length === 0 ? "the file is empty" : `byte ${start}: not a Standard MIDI File: no MThd here`);
  }

  const length = view.getUint32(start + 4);
  if (length < 6 || length > end - start - PREFACE) {
    throw new MidiError(`byte ${start + 4}: a header of ${length} bytes is too short or runs past the end of the file`);
  }

  const format = view.getUint16(start + 8);
  const division = view.getInt16(start + 12);
  const isSmpte = division < 0 && [24, 25, 29, 30].includes(-(division >> 8)) && (division & 0xff) !== 0;
  if (format > 2 || (division <= 0 && !isSmpte)) {
    throw new MidiError(`byte ${start + 8}: format ${format} or time division ${division} is not known`);
  }

  const tracks = readTracks(bytes, view, start + PREFACE + length, end);
  return { format, ticksPerQuarter: isSmpte ? null : division, tracks };
}

function readTracks(bytes: Uint8Array, view: DataView, start: number, end: number): ReadEvent[][] {
  const tracks: ReadEvent[][] = [];
  for (let at = start; end - at >= PREFACE && isId(bytes, at) && idAt(bytes, at) !== "MThd";) {
    const content = at + PREFACE;
    const next = content + view.getUint32(at + 4);
    if (idAt(bytes, at) !== "MTrk") {
      at = next;
      continue;
    }

    // A length is trusted where the file or a next chunk begins; else it is wrong, and the track goes on to its end-of-track event.
    const isTrusted = next === end || (next <= end - PREFACE && isId(bytes, next));
    const reader = new TrackReader(bytes, content, isTrusted ? next : end, tracks.length + 1);
    const events: ReadEvent[] = [];
    for (let event = reader.next(); event; event = reader.next()) {
      events.push(event);
    }

    tracks.push(events);
    at = isTrusted ? next : reader.at;
  }

  if (tracks.length === 0) {
    throw new MidiError(`byte ${start}: no track before the end of the file, or before bytes that are no chunk`);
  }

  return tracks;
}

function unwrap(bytes: Uint8Array, view: DataView): [start: number, end: number] {
  if (bytes.length > MAC_BINARY_HEADER && bytes[0] === 0 && bytes[1] > 0 && bytes[1] < 64 && idAt(bytes, MAC_BINARY_HEADER) === "MThd") {
    return [MAC_BINARY_HEADER, bytes.length];
  }

  if (idAt(bytes, 0) !== "RIFF") {
    return [0, bytes.length];
  }

  for (let at = 12; idAt(bytes, 8) === "RMID" && at <= bytes.length - PREFACE;) {
    const length = view.getUint32(at + 4, true);
    if (idAt(bytes, at) === "data") {
      return [at + PREFACE, Math.min(at + PREFACE + length, bytes.length)];
    }

    at += PREFACE + length + (length & 1);
  }

  throw new MidiError("a RIFF file, but without MIDI data (RMID) in it");
}

function idAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function isId(bytes: Uint8Array, at: number): boolean {
  return bytes.subarray(at, at + 4).every((byte) => byte >= 0x20 && byte <= 0x7e);
}
