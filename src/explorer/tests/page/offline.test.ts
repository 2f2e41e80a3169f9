import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { build, type Rolldown } from "vite";
import type { Beat } from "../../src/music/beat.ts";
import type { PlaySettings } from "../../src/music/playSettings.ts";
import { CASES, SOUND_BARS } from "../core/play.ts";
import { ROOT, referenceFloats } from "../core/repository.ts";
import { useBrowser } from "./browser.ts";

const open = useBrowser();

/** A beat as it goes into the page: numbers only. */
interface Cells {
  readonly probabilities: number[];
  readonly thresholds: number[];
  readonly pattern: number[];
  readonly velocities: number[];
  readonly offsets: number[];
  readonly melody: number[];
}

type Offline = typeof import("./offlineEntry.ts");

// Runs in the page; gives left and right, one after another, as base64 of floats.
async function render({ cells, settings, bars }: { cells: Cells; settings: PlaySettings; bars: number }): Promise<string> {
  const { Space, renderOffline } = (window as unknown as { offline: Offline }).offline;
  const space = await Space.read((id) => document.getElementById(id)?.textContent ?? null);
  const beat: Beat = {
    point: { knobs: [0, 0, 0, 0], variation: 0, seed: 1 }, latent: [0, 0, 0, 0], pattern: Uint16Array.from(cells.pattern),
    probabilities: Float32Array.from(cells.probabilities), thresholds: Float32Array.from(cells.thresholds),
    groove: { velocities: Float32Array.from(cells.velocities), offsets: Float32Array.from(cells.offsets) },
    fill: null, melody: Int8Array.from(cells.melody),
  };
  const { left, right } = await renderOffline(space, beat, settings, bars);
  const bytes = new Uint8Array(await new Blob([left, right]).arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }

  return btoa(text);
}

test("the browser's audio clock renders what the engine does, within -80 dB", async () => {
  const script = await bundle(join(ROOT, "src", "explorer", "tests", "page", "offlineEntry.ts"));
  const page = await open();
  await page.addScriptTag({ content: script });
  // One on the grid and one with groove, swing and fill: each render reads the whole page.
  for (const number of [1, 6]) {
    const { beat, settings } = CASES[number];
    const cells: Cells = {
      probabilities: [...beat.probabilities], thresholds: [...beat.thresholds], pattern: [...beat.pattern],
      velocities: [...beat.groove!.velocities], offsets: [...beat.groove!.offsets], melody: [...beat.melody!],
    };
    const rendered = Buffer.from(await page.evaluate(render, { cells, settings, bars: SOUND_BARS }), "base64");
    const own = new Float32Array(new Uint8Array(rendered).buffer);
    const product = referenceFloats(`play-${number}.wav`);
    const frames = Math.min(own.length, product.length) / 2;
    let [energy, difference] = [0, 0];
    for (let frame = 0; frame < frames; frame++) {
      for (const channel of [0, 1]) {
        const value = product[2 * frame + channel];
        energy += value * value;
        difference += (own[(channel * own.length) / 2 + frame] - value) ** 2;
      }
    }

    const decibels = 10 * Math.log10(difference / energy);
    assert.ok(energy > 10 && decibels < -80, `case ${number}: the difference is ${decibels.toFixed(1)} dB`);
  }
});

async function bundle(entry: string): Promise<string> {
  const lib = { entry, formats: ["iife" as const], name: "offline" };
  const result = await build({ configFile: false, logLevel: "silent", build: { write: false, minify: false, target: "es2023", lib } });
  const [{ output }] = result as Rolldown.RolldownOutput[];
  return output[0].code;
}
