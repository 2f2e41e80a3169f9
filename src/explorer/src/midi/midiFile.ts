/** An event of a track to be written. */
export interface TrackEvent {
  /** From the track's start, at least 0. */
  readonly ticks: number;
  /** The bytes after the delta time. */
  readonly bytes: readonly number[];
}

/** A track to be written. */
export interface Track {
  /** In order of time. */
  readonly events: readonly TrackEvent[];
  /** Where the track ends, not before its last event. */
  readonly endTicks: number;
}

/** Writes a Standard MIDI File: of format 0 for one track, of format 1 for several. */
export function writeMidiFile(ticksPerQuarter: number, tracks: readonly Track[]): Uint8Array<ArrayBuffer> {
  const format = tracks.length === 1 ? 0 : 1;
  const header = chunk("MThd", [...word(format), ...word(tracks.length), ...word(ticksPerQuarter)]);
  return Uint8Array.from([...header, ...tracks.flatMap((track) => chunk("MTrk", contentOf(track)))]);
}

/** The bytes of a meta event with text in UTF-8. */
export function textEvent(type: number, text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [0xff, type, ...variableLength(bytes.length), ...bytes];
}

function contentOf({ events, endTicks }: Track): number[] {
  const content: number[] = [];
  let now = 0;
  for (const { ticks, bytes } of [...events, { ticks: endTicks, bytes: [0xff, 0x2f, 0] }]) {
    content.push(...variableLength(ticks - now), ...bytes);
    now = ticks;
  }

  return content;
}

function variableLength(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) {
    bytes.unshift((rest & 0x7f) | 0x80);
  }

  return bytes;
}

function chunk(id: string, content: number[]): number[] {
  return [...new TextEncoder().encode(id), ...word(content.length >> 16), ...word(content.length & 0xffff), ...content];
}

function word(value: number): number[] {
  return [value >> 8, value & 0xff];
}
