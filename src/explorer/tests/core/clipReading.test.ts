import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readClipPattern } from "../../src/midi/clipPattern.ts";
import { MidiError } from "../../src/midi/midiError.ts";
import { writeMidiFile, type TrackEvent } from "../../src/midi/midiFile.ts";
import { readMidiFile } from "../../src/midi/midiReader.ts";
import { SplitMix64 } from "../../src/music/splitMix64.ts";
import { ROOT, productReads, referenceBytes } from "./repository.ts";

const FOLDER = join(ROOT, "out", "explorer", "dropped");
mkdirSync(FOLDER, { recursive: true });

const random = new SplitMix64(0, 20);
const draw = (limit: number) => Math.floor(random.nextFloat() * limit);

// Clips as people make them: other channels and notes, swing, several bars, odd divisions, meters, programs and formats.
function randomClip(): Uint8Array {
  const ticksPerQuarter = [24, 96, 120, 480, 960][draw(5)];
  const channels = [[9], [9], [9], [0], [3], [0, 9], [1, 2], []][draw(8)];
  const swing = [0.5, 0.5, 0.6, 0.6667, 0.72][draw(5)];
  const notes = [[36, 38, 42, 46, 49], [35, 37, 44, 22, 26, 58], [36, 42], [60, 62, 64, 67], [36, 38, 42, 56, 41, 45, 48]][draw(5)];
  const events: TrackEvent[] = [];
  if (draw(3) === 0) {
    events.push({ ticks: 0, bytes: [0xff, 0x58, 4, [3, 4][draw(2)], 2, 24, 8] });
  }

  const steps = 16 * (1 + draw(9));
  for (let step = 0; step < steps; step++) {
    const place = (step >> 1) / 2 + ((step & 1) * swing) / 2;
    for (const channel of channels) {
      for (const note of notes.filter(() => draw(3) === 0)) {
        const humanised = place * ticksPerQuarter + (draw(100) - 50) * ticksPerQuarter * 0.0004;
        const ticks = Math.max(0, Math.round(humanised));
        events.push({ ticks, bytes: [0x90 | channel, note, 1 + draw(127)] }, { ticks: ticks + 1, bytes: [0x80 | channel, note, 0] });
      }
    }

    if (draw(60) === 0) {
      events.push({ ticks: Math.round(place * ticksPerQuarter), bytes: [0xff, 0x58, 4, [3, 4, 4, 7][draw(4)], 2, 24, 8] });
    }

    if (draw(200) === 0) {
      events.push({ ticks: Math.round(place * ticksPerQuarter), bytes: [0xc0 | draw(16), draw(128)] });
    }
  }

  events.sort((one, other) => one.ticks - other.ticks);
  const endTicks = (events.at(-1)?.ticks ?? 0) + 1;
  const halves = [events.filter((_, i) => i % 2 === 0), events.filter((_, i) => i % 2 === 1)];
  const file = draw(3) === 0 ? writeMidiFile(ticksPerQuarter, halves.map((half) => ({ events: half, endTicks })))
    : writeMidiFile(ticksPerQuarter, [{ events, endTicks }]);

  // Tracks of format 2 are songs of their own.
  file[9] = file[11] > 1 && draw(3) === 0 ? 2 : file[9];
  return file;
}

test("300 clips are read as the product reads them, pattern and swing", () => {
  const clips = Array.from({ length: 300 }, randomClip);
  const paths = clips.map((_, number) => join(FOLDER, `${number}.mid`));
  clips.forEach((bytes, number) => writeFileSync(paths[number], bytes));
  const lines = productReads(paths);
  const own = clips.map((bytes) => {
    try {
      const { pattern, swing } = readClipPattern(bytes);
      return `${pattern.join()} ${swing}`;
    } catch (error) {
      assert.ok(error instanceof MidiError, String(error));
      return "none";
    }
  });
  const swung = lines.filter((line) => line !== "none" && !line.endsWith(" 0.5")).length;
  assert.ok(lines.filter((line) => line === "none").length > 20 && swung > 20, "the clips are of all kinds");
  assert.deepEqual(own, lines);
});

test("a damaged file is read as the product reads it, or refused by one error", () => {
  const clip = referenceBytes("play-6.mid");
  const damaged = Array.from({ length: 400 }, () => {
    const bytes = clip.slice(0, draw(4) === 0 ? draw(clip.length) : clip.length);
    for (let i = draw(4); i > 0 && bytes.length > 0; i--) {
      bytes[draw(bytes.length)] = draw(256);
    }

    return bytes;
  });
  const paths = damaged.map((_, number) => join(FOLDER, `damaged-${number}.mid`));
  damaged.forEach((bytes, number) => writeFileSync(paths[number], bytes));
  const lines = productReads(paths);
  for (const [number, bytes] of damaged.entries()) {
    let own = "none";
    try {
      const { pattern, swing } = readClipPattern(bytes);
      own = `${pattern.join()} ${swing}`;
    } catch (error) {
      assert.ok(error instanceof MidiError, String(error));
    }

    assert.equal(own, lines[number], paths[number]);
  }
});

test("a file that is none says so", () => {
  assert.throws(() => readMidiFile(new Uint8Array()), /empty/);
  assert.throws(() => readMidiFile(new TextEncoder().encode("just a text")), /no MThd/);
  assert.throws(() => readClipPattern(writeMidiFile(480, [{ events: [], endTicks: 0 }])), /no notes/);
});

test("files in RIFF and MacBinary wrappers are read", () => {
  const clip = referenceBytes("play-0.mid");
  const size = (value: number) => [value & 0xff, (value >> 8) & 0xff, 0, 0];
  const riff = [..."RIFF"].map((c) => c.charCodeAt(0));
  const rmid = [..."RMIDdata"].map((c) => c.charCodeAt(0));
  const wrapped = Uint8Array.from([...riff, ...size(clip.length + 12), ...rmid, ...size(clip.length), ...clip]);
  const mac = Uint8Array.from([0, 4, ...new Array<number>(126).fill(0), ...clip]);
  assert.deepEqual(readClipPattern(wrapped), readClipPattern(clip));
  assert.deepEqual(readClipPattern(mac), readClipPattern(clip));
});
