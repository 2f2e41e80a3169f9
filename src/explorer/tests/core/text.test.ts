import assert from "node:assert/strict";
import { test } from "node:test";
import { writeResidual } from "../../src/model/patternVariation.ts";
import type { BeatPoint } from "../../src/music/beatPoint.ts";
import { HashNoise } from "../../src/music/hashNoise.ts";
import { DEFAULT_SETTINGS } from "../../src/music/playSettings.ts";
import { readAddress, writeAddress } from "../../src/space/address.ts";
import { isOfModel, readPoint, writePoint } from "../../src/space/pointText.ts";
import { reference } from "./repository.ts";

const { points, noise, residuals } = reference<{
  readonly points: { readonly point: BeatPoint; readonly line: string; readonly model: string | null }[];
  readonly noise: { readonly seed: number; readonly position: number; readonly voice: number; readonly value: number }[];
  readonly residuals: { readonly seed: number; readonly amount: number; readonly values: number[] }[];
}>("text");

const FINGERPRINT = "0123456789abcdef".repeat(4);

function asSingle({ knobs, variation, seed }: BeatPoint): BeatPoint {
  return { knobs: knobs.map(Math.fround) as unknown as BeatPoint["knobs"], variation: Math.fround(variation), seed };
}

test("points are written as the product writes them, and read back to the bit", () => {
  for (const { point, line, model } of points) {
    assert.equal(writePoint(point, model), line);
    const read = readPoint(` ${line}\n`);
    assert.deepEqual(read.point, asSingle(point));
    assert.equal(read.model, model?.slice(0, 12) ?? null);
    assert.equal(isOfModel(read, { fingerprint: "f".repeat(64) }), model === null);
  }
});

test("a line that is no point is refused, with the part that is wrong", () => {
  const bad = {
    "0.1,0.2,0.3,0.4": /begins with/, "drumspace:0.1,0.2,0.3": /has 3/, "drumspace:0.1,0.2,0.3,1.5": /"1.5"/,
    "drumspace:0.1,0.2,0.3,": /""/, "drumspace:0.1,0.2,0.3,0.4;seed=0": /seed/, "drumspace:0.1,0.2,0.3,0.4;seed=1;seed=2": /twice/,
    "drumspace:0.1,0.2,0.3,0.4;pins=3": /pins/,
    "drumspace:0.1,0.2,0.3,0.4;model=flagship": /names no model/,
    "drumspace:0.1,0.2,0.3,0.4;var=x": /"x"/, "drumspace:0.1,0.2,0.3,0.4;seed=1.5": /seed/,
  };
  for (const [line, message] of Object.entries(bad)) {
    assert.throws(() => readPoint(line), message, line);
  }
});

test("noise by seed, position and voice is the product's to the bit", () => {
  for (const { seed, position, voice, value } of noise) {
    assert.equal(new HashNoise(seed, position).of(voice), Math.fround(value));
  }
});

test("residual latents are the product's to a unit in the last place", () => {
  const own = new Float32Array(16);
  let [equal, all] = [0, 0];
  for (const { seed, amount, values } of residuals) {
    writeResidual(Math.fround(amount), seed, own);
    for (const [i, value] of values.entries()) {
      assert.ok(Math.abs(own[i] - value) <= 2e-7 * Math.max(Math.abs(value), 1), `seed ${seed}: ${own[i]} for ${value}`);
      equal += own[i] === Math.fround(value) ? 1 : 0;
      all++;
    }
  }

  assert.ok(equal >= 0.999 * all, `${equal} of ${all} are equal`);
});

test("an address holds the point, the model and how it is played", () => {
  const settings = { ...DEFAULT_SETTINGS, tempo: 104, swing: 0.6, density: 0.25, fill: 1 };
  for (const { point } of points) {
    const address = readAddress(`#${writeAddress(point, FINGERPRINT, settings)}`);
    assert.deepEqual(address?.point, asSingle(point));
    assert.deepEqual(address.settings, { tempo: 104, swing: 0.6, density: 0.25, fill: 1 });
    const other = FINGERPRINT.replace("0", "1");
    assert.ok(isOfModel(address, { fingerprint: FINGERPRINT }));
    assert.ok(isOfModel(address, { fingerprint: other, formerFingerprints: [FINGERPRINT] }));
    assert.ok(!isOfModel(address, { fingerprint: other, formerFingerprints: [other] }));
  }
});

test("an address without a point is none, and one out of range is refused", () => {
  assert.equal(readAddress(""), null);
  assert.equal(readAddress("#tempo=120"), null);
  assert.throws(() => readAddress("#z=0.1,0.2,0.3,2"), /"2"/);
  assert.throws(() => readAddress("#z=0.1,0.2,0.3,0.4&tempo=0"), /tempo/);
  const address = readAddress("#z=0.1,0.2,0.3,0.4&other=x");
  assert.deepEqual([address?.model, address?.settings, address?.point.seed], [null, {}, 1]);
});
