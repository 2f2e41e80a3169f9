import assert from "node:assert/strict";
import { test } from "node:test";
import { renderSteps } from "./offlineRender.ts";
import { readPage } from "./page.ts";
import { CASES, SOUND_BARS } from "./play.ts";
import { referenceFloats } from "./repository.ts";

const space = await readPage("flagship");

for (const [number, { beat, settings }] of CASES.entries()) {
  test(`kit and melody sound as the engine's within -80 dB: case ${number}`, () => {
    const product = referenceFloats(`play-${number}.wav`);
    let [energy, difference] = [0, 0];
    for (const { from, sound } of renderSteps(space, beat, settings, SOUND_BARS)) {
      for (let frame = 0; frame < sound.left.length && 2 * (from + frame) < product.length; frame++) {
        const [left, right] = [product[2 * (from + frame)], product[2 * (from + frame) + 1]];
        energy += left * left + right * right;
        difference += (sound.left[frame] - left) ** 2 + (sound.right[frame] - right) ** 2;
      }
    }

    const decibels = 10 * Math.log10(difference / energy);
    assert.ok(energy > 10 && decibels < -80, `the difference is ${decibels.toFixed(1)} dB`);
  });
}
