import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { BeatModel } from "../../src/model/beatModel.ts";
import { DEFAULT_SETTINGS, type PlaySettings } from "../../src/music/playSettings.ts";
import { renderSteps } from "../core/offlineRender.ts";
import { readPage } from "../core/page.ts";
import { until, useBrowser } from "./browser.ts";

const open = useBrowser();
const BARS = 2;
const ATTEMPTS = 4;
// A machine that keeps the page from running for about as long as it plays ahead, in milliseconds, is no fault of the page's.
const STALL = 350;

interface Recording {
  /** The left channel, from the first frame that was recorded. */
  readonly heard: Float32Array;
  /** How much later than due the page's own turns came at most, in milliseconds. */
  readonly late: number;
}

// Records what goes to the loudspeakers, on the audio thread.
function record(): void {
  const chunks: { frame: number; left: Float32Array }[] = [];
  Object.assign(window, { recorded: chunks });
  const source = `registerProcessor("record", class extends AudioWorkletProcessor {
    process([input]) { if (input[0]) this.port.postMessage({ frame: currentFrame, left: input[0] }); return true; } });`;
  const address = `data:text/javascript,${encodeURIComponent(source)}`;
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode, ...rest: unknown[]) => AudioNode;
  const { resume } = AudioContext.prototype;
  const taps = new WeakMap<BaseAudioContext, GainNode>();
  const tapOf = (context: BaseAudioContext) => {
    const tap = taps.get(context) ?? context.createGain();
    taps.set(context, tap);
    return tap;
  };
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode, ...rest: unknown[]) {
    if (to instanceof AudioDestinationNode) {
      connect.call(this, tapOf(this.context));
    }

    return connect.call(this, to, ...rest);
  } as typeof AudioNode.prototype.connect;
  AudioContext.prototype.resume = async function (this: AudioContext) {
    await this.audioWorklet.addModule(address);
    const recorder = new AudioWorkletNode(this, "record");
    recorder.port.onmessage = ({ data }: MessageEvent<{ frame: number; left: Float32Array }>) => chunks.push(data);
    connect.call(tapOf(this), recorder);
    await resume.call(this);
  };
}

// Blocks the page for so long, again and again, and measures how much later than due its turns come.
function block(milliseconds: number): void {
  const state = { late: 0 };
  Object.assign(window, { busy: state });
  const period = 2 * milliseconds + 20;
  let due = performance.now() + period;
  const turn = (): void => {
    const began = performance.now();
    state.late = Math.max(state.late, began - due);
    while (performance.now() - began < milliseconds) {
      // Busy.
    }

    due = performance.now() + period - milliseconds;
    setTimeout(turn, period - milliseconds);
  };
  setTimeout(turn, period);
}

async function listen(page: Page, frames: number): Promise<Recording> {
  await page.locator(".play").click();
  await until(
    () => page.evaluate(() => (window as unknown as { recorded: unknown[] }).recorded.length), (count) => count * 128 > frames);
  const { text, late } = await page.evaluate(() => {
    const { recorded, busy } = window as unknown as { recorded: { frame: number; left: Float32Array }[]; busy: { late: number } };
    const first = recorded[0].frame;
    const heard = new Float32Array((recorded.at(-1)?.frame ?? first) - first + 128);
    recorded.forEach(({ frame, left }) => heard.set(left, frame - first));
    const bytes = new Uint8Array(heard.buffer);
    const parts = Array.from({ length: Math.ceil(bytes.length / 0x6000) }, (_, i) => bytes.subarray(i * 0x6000, (i + 1) * 0x6000));
    return { text: parts.map((part) => btoa(String.fromCharCode(...part))).join(""), late: busy.late };
  });
  return { heard: new Float32Array(new Uint8Array(Buffer.from(text, "base64")).buffer), late };
}

// The part of what was recorded that does not agree with what the engine's port renders, by its greatest sample.
function difference({ heard }: Recording, expected: Float32Array): number {
  const lead = expected.findIndex((sample) => Math.abs(sample) > 1e-4);
  const start = heard.findIndex((sample) => Math.abs(sample) > 1e-4) - lead;
  let worst = 0;
  for (let i = lead; i < expected.length && start + i < heard.length; i++) {
    worst = Math.max(worst, Math.abs(heard[start + i] - expected[i]));
  }

  return start + expected.length <= heard.length ? worst : Infinity;
}

for (const blocked of [0, 250]) {
  test(`every sample is where it belongs on the audio clock${blocked ? ", though the page is blocked for 250 ms at a time" : ""}`, async (t) => {
    const space = await readPage("flagship");
    const knobs = [0.78, 0.415, 0.655, 0.868] as const;
    const settings: PlaySettings = { ...DEFAULT_SETTINGS, tempo: 140, grooveVelocity: 0.7, grooveTiming: 0.7 };
    const steps = renderSteps(space, new BeatModel(space).beat({ knobs, variation: 0, seed: 1 }, settings), settings, BARS);
    const expected = new Float32Array(steps.reduce((sum, { frames }) => sum + frames, 0));
    steps.forEach(({ sound, from, frames }) => expected.set(sound.left.subarray(0, frames), from - steps[0].from));
    let worst = Infinity;
    let calmest = Infinity;
    for (let attempt = 0; attempt < ATTEMPTS && worst > 1e-3; attempt++) {
      const page = await open({ prepare: record, hash: `#z=${knobs.join()}&tempo=140` });
      await page.evaluate(block, blocked);
      const recording = await listen(page, expected.length + 48_000);
      worst = difference(recording, expected);
      calmest = Math.min(calmest, blocked + recording.late);
      await page.close();
    }

    if (worst > 1e-3 && calmest > STALL) {
      t.skip(`the page stood still for ${calmest} ms and more in every attempt`);
      return;
    }

    assert.ok(worst <= 1e-3, `off by ${worst}; the page stood still for ${calmest} ms in the calmest attempt`);
  });
}
