import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { beatClip, walkClip } from "../../src/midi/clip.ts";
import { BeatModel } from "../../src/model/beatModel.ts";
import type { Beat } from "../../src/music/beat.ts";
import { DEFAULT_SETTINGS, type PlaySettings } from "../../src/music/playSettings.ts";
import { SplitMix64 } from "../../src/music/splitMix64.ts";
import { noteOnsOf, notesOf } from "./midiNotes.ts";
import { readPage } from "./page.ts";
import { CASES } from "./play.ts";
import { ROOT, productReads, referenceBytes } from "./repository.ts";

const FOLDER = join(ROOT, "out", "explorer", "clips");
const beats = new BeatModel(await readPage("flagship"));
mkdirSync(FOLDER, { recursive: true });

for (const [number, { beat, settings }] of CASES.entries()) {
  test(`a beat's clip has the notes of the plugin's: case ${number}`, () => {
    const product = notesOf(referenceBytes(`play-${number}.mid`));
    const drums = notesOf(beatClip(beat, settings, "drums", "Drums"));
    const melody = notesOf(beatClip(beat, settings, "melody", "Melody"));
    const own = [...drums, ...melody];
    assert.equal(own.length, product.length);
    assert.ok(melody.length > 0);

    // The plugin's ticks are those of whole frames: they can be one off.
    const rest = [...product];
    for (const [ticks, length, channel, note, velocity] of own) {
      const at = rest.findIndex((other) => Math.abs(other[0] - ticks) <= 1 && Math.abs(other[1] - length) <= 2 && other[2] === channel
        && other[3] === note && other[4] === velocity);
      assert.ok(at >= 0, `no note ${[ticks, length, channel, note, velocity]} in ${JSON.stringify(rest)}`);
      rest.splice(at, 1);
    }
  });
}

test("the product reads the clips of 200 random points as their patterns", () => {
  const random = new SplitMix64(0, 1);
  const points = Array.from({ length: 200 }, () => beats.beat({
    knobs: [random.nextFloat(), random.nextFloat(), random.nextFloat(), random.nextFloat()], variation: 0, seed: 1,
  }));
  const paths = points.map((beat, number) => write(`beat-${number}`, beatClip(beat, DEFAULT_SETTINGS, "drums", "Beat")));
  for (const [number, line] of productReads(paths).entries()) {
    assert.equal(line.split(" ")[0], points[number].pattern.join(), `point ${number}`);
  }
});

test("a walk's file has a bar of each beat, the second bar of its pattern in every other", () => {
  const walk = walkOf(5);
  const settings: PlaySettings = { ...DEFAULT_SETTINGS, tempo: 97 };
  const notes = noteOnsOf(walkClip(walk, settings, "Walk"));
  for (const [bar, beat] of walk.entries()) {
    // Each beat's own clip, of which the walk plays one bar.
    const half = bar % 2 === 0 ? 0 : 3840;
    const due = noteOnsOf(beatClip(beat, settings, "drums", "")).filter(([ticks]) => ticks >= half && ticks < half + 3840);
    const own = notes.filter(([ticks]) => ticks >= bar * 3840 && ticks < (bar + 1) * 3840);
    assert.deepEqual(own.map(([ticks, ...rest]) => [ticks - bar * 3840, ...rest]), due.map(([ticks, ...rest]) => [ticks - half, ...rest]));
  }

  assert.equal(productReads([write("walk", walkClip(walk, settings, "Walk"))])[0].split(" ")[0].split(",").length, 32);
});

test("the melody of a walk is a track of its own", () => {
  const melody = new Int8Array(32).fill(-2);
  [melody[0], melody[1], melody[16]] = [60, -1, 64];
  const walk = walkOf(4).map((beat): Beat => ({ ...beat, melody }));
  const notes = notesOf(walkClip(walk, DEFAULT_SETTINGS, "Walk")).filter(([, , channel]) => channel === 0);
  assert.deepEqual(notes.map(([ticks, , , note]) => [ticks, note]), [[0, 60], [3840, 64], [7680, 60], [11520, 64]]);
});

function walkOf(count: number): Beat[] {
  return Array.from({ length: count }, (_, i) => beats.beat({ knobs: [0.1 + 0.2 * i, 0.8 - 0.1 * i, 0.5, 0.4], variation: 0, seed: 1 }));
}

function write(name: string, bytes: Uint8Array): string {
  const path = join(FOLDER, `${name}.mid`);
  writeFileSync(path, bytes);
  return path;
}
