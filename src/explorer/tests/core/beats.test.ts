import assert from "node:assert/strict";
import { test } from "node:test";
import { BeatModel } from "../../src/model/beatModel.ts";
import type { Beat } from "../../src/music/beat.ts";
import type { BeatPoint } from "../../src/music/beatPoint.ts";
import { fillHits } from "../../src/music/learntFill.ts";
import { CELLS, STEPS_PER_BAR, distance } from "../../src/music/pattern.ts";
import type { Facts } from "../../src/space/facts.ts";
import { openBundle } from "./bundle.ts";
import { BUNDLES, reference, referenceFloats } from "./repository.ts";

interface ReferencePoint {
  readonly point: BeatPoint;
  readonly latent: number[];
  readonly back: number[];
  readonly pattern: number[];
}

for (const bundle of BUNDLES) {
  const { model, networks } = openBundle(bundle);
  const beats = new BeatModel({ facts: { model } as Facts, networks });
  const points = reference<ReferencePoint[]>(bundle);
  const values = referenceFloats(bundle);
  const perPoint = values.length / points.length;
  let decoded: readonly Beat[] = [];

  test(`${bundle}: 1,000 points with and 1,000 without variation decode to the product's probabilities and hits`, () => {
    let worst = 0;
    decoded = points.map(({ point }, number) => beats.beat(point, { tempo: 50 + (number % 200), looseness: point.variation }));
    for (const [number, { point, pattern }] of points.entries()) {
      const beat = decoded[number];
      const unvaried = model.variations > 0 || point.variation === 0 ? beat : beats.beat({ ...point, variation: 0 });
      const product = values.subarray(number * perPoint, number * perPoint + CELLS);
      beat.probabilities.forEach((own, cell) => {
        const error = Math.abs(own - product[cell]);
        worst = Math.max(worst, error / amplification(unvaried.probabilities[cell], own));
      });
      assert.equal(distance(beat.pattern, Uint16Array.from(pattern)), 0, `point ${number} has other hits`);
    }

    assert.equal(points.filter(({ point }) => point.variation > 0).length, 1000);
    assert.ok(worst < 1e-5, `a probability is ${worst} off`);
  });

  test(`${bundle}: knobs and latents are the product's to the bit, both ways`, () => {
    for (const { point, latent, back } of points) {
      const own = beats.mapping.toLatent(point.knobs);
      assert.deepEqual(own, latent.map(Math.fround));
      assert.deepEqual(beats.mapping.toKnobs(own), back.map(Math.fround));
    }
  });

  test(`${bundle}: the groove of every cell is the product's`, { skip: !beats.hasGroove && "the bundle has none" }, () => {
    let worst = 0;
    for (const [number, { groove }] of decoded.entries()) {
      const at = number * perPoint + CELLS;
      worst = Math.max(worst, farthest(groove!.velocities, values, at), farthest(groove!.offsets, values, at + CELLS));
    }

    assert.equal(decoded.length, 2000);
    assert.ok(worst < 1e-5, `a value is ${worst} off`);
  });

  test(`${bundle}: each beat has the product's fill`, { skip: !beats.hasFill && "the bundle has none" }, () => {
    let worst = 0;
    for (const [number, { fill }] of decoded.entries()) {
      const at = number * perPoint + 3 * CELLS;
      worst = Math.max(worst, farthest(fill!.probabilities, values, at));
      const product = values.subarray(at, at + fill!.probabilities.length);
      for (let step = 0; step < STEPS_PER_BAR; step++) {
        assert.equal(fillHits(fill!.probabilities, step, 1), fillHits(product, step, 1), `point ${number}, step ${step}`);
      }
    }

    assert.ok(worst < 1e-3, `a probability is ${worst} off`);
  });
}

// By how much noise on the logit of a probability, which makes it another, makes an error of it larger.
function amplification(before: number, after: number): number {
  return Math.max(1, (after * (1 - after)) / Math.max(before * (1 - before), 1e-9));
}

function farthest(own: Float32Array, all: Float32Array, at: number): number {
  return own.reduce((most, value, i) => Math.max(most, Math.abs(value - all[at + i])), 0);
}
