import assert from "node:assert/strict";
import { test } from "node:test";
import { BeatModel } from "../../src/model/beatModel.ts";
import { nearestToPattern } from "../../src/midi/nearest.ts";
import type { Latent } from "../../src/music/beatPoint.ts";
import { distance } from "../../src/music/pattern.ts";
import { readPage } from "./page.ts";
import { reference } from "./repository.ts";

interface ReferenceSpace {
  readonly patterns: string[];
  readonly knobs: number[][];
  readonly near: {
    readonly pattern: number[];
    readonly best: string;
    readonly found: { readonly pattern: string; readonly similarity: number }[];
  }[];
}

const space = await readPage("flagship");
const { patterns, knobs, near } = reference<ReferenceSpace>("space");

test("the page holds the pattern and the knobs of every point of the map", () => {
  const { mapping } = new BeatModel(space);
  assert.equal(space.map.length, patterns.length);
  for (const [point, line] of patterns.entries()) {
    assert.equal(space.patternOf(point).join(), line);
    assert.deepEqual(mapping.toKnobs(space.map.latentOf(point)), knobs[point].map(Math.fround));
  }
});

test("decoding the knobs of every point of the map gives its pattern", () => {
  const beats = new BeatModel(space);
  let cells = 0;
  for (const point of patterns.keys()) {
    const beat = beats.beat({ knobs: beats.mapping.toKnobs(space.map.latentOf(point)), variation: 0, seed: 1 });
    cells += distance(beat.pattern, space.patternOf(point));
  }

  assert.equal(cells, 0);
});

test("the points nearest to a pattern are the product's, in its order", () => {
  for (const { pattern, best, found } of near) {
    // The product's first is what its search over the knobs finds; the map's come after it.
    const own = nearestToPattern(space, Uint16Array.from(pattern), found.length + 1)
      .filter(({ point }) => space.patternOf(point).join() !== best);
    const listed = own.slice(0, found.length)
      .map((place) => ({ pattern: space.patternOf(place.point).join(), similarity: place.similarity }));
    assert.deepEqual(listed, found);
  }
});

test("the point nearest to a latent is its own, or the first of those in the same place", () => {
  const { map } = space;
  for (let point = 0; point < map.length; point += 97) {
    const nearest = map.nearestTo(map.latentOf(point));
    assert.ok(nearest <= point);
    assert.deepEqual(map.latentOf(nearest), map.latentOf(point));
  }
});

test("no point is nearer to a latent between the points than the one that is named", () => {
  const { map } = space;
  const [a, b] = [map.latentOf(10), map.latentOf(2_000)];
  for (const part of [0.1, 0.35, 0.5, 0.8]) {
    const latent: Latent = [0, 1, 2, 3].map((axis) => a[axis] + part * (b[axis] - a[axis])) as unknown as Latent;
    const away = (point: number): number => Math.hypot(...map.latentOf(point).map((value, axis) => value - latent[axis]));
    const least = away(map.nearestTo(latent));
    for (let point = 0; point < map.length; point++) {
      assert.ok(away(point) >= least);
    }
  }
});
