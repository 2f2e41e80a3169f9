import assert from "node:assert/strict";
import { test } from "node:test";
import { BeatModel } from "../../src/model/beatModel.ts";
import type { Beat } from "../../src/music/beat.ts";
import { DEFAULT_SETTINGS, type PlaySettings } from "../../src/music/playSettings.ts";
import { Mixer } from "../../src/sound/mixer.ts";
import { renderSteps } from "./offlineRender.ts";
import { Player } from "../../src/sound/player.ts";
import { FakeSink } from "./fakeSink.ts";
import { readPage } from "./page.ts";

const space = await readPage("flagship");
const model = new BeatModel(space);
const beats = [0.1, 0.35, 0.6, 0.85].map((knob) => model.beat({ knobs: [knob, 0.5, 1 - knob, 0.4], variation: 0, seed: 1 }));
const settings: PlaySettings = { ...DEFAULT_SETTINGS, tempo: 120 };

// 120 quarters a minute: seconds of a step and of a bar, and frames of a step.
const [STEP, BAR, STEP_FRAMES] = [0.125, 2, 6000];

async function playing(beat: Beat, changes: Partial<PlaySettings> = {}, prepare: (player: Player, sink: FakeSink) => void = () => {}) {
  const sink = new FakeSink();
  const player = new Player(sink, () => new Mixer(space), sink.makeClock, beat, { ...settings, ...changes });
  prepare(player, sink);
  await player.start();
  return { sink, player, start: sink.played[0].frame };
}

// Which beat is heard at each step that has begun.
function beatsHeard(sink: FakeSink, player: Player, steps: number): { step: number; beat: number; walkIndex: number }[] {
  const heard: { step: number; beat: number; walkIndex: number }[] = [];
  while (heard.length < steps) {
    sink.pass(0.005);
    const place = player.place();
    if (place && place.songStep !== heard.at(-1)?.step) {
      heard.push({ step: place.songStep, beat: beats.indexOf(place.beat), walkIndex: place.walkIndex });
    }
  }

  return heard;
}

test("a song that nothing changes is what the engine renders, without a gap", async () => {
  const { sink, start } = await playing(beats[0]);
  sink.pass(2 * BAR);
  const due = renderSteps(space, beats[0], settings, 2);
  for (const [number, { from, sound }] of sink.heard().slice(0, due.length).entries()) {
    assert.equal(from - start, due[number].from);
    assert.deepEqual(sound, due[number].sound);
  }
});

for (const [when, steps] of [["step", 1], ["beat", 4], ["bar", 16]] as const) {
  test(`a new beat takes over at the next ${when}, and nothing is heard twice or not at all`, async () => {
    const { sink, player } = await playing(beats[0], { switch: when });
    sink.pass(5.4 * STEP);
    player.setBeat(beats[1]);
    player.setBeat(beats[2]);
    const heard = beatsHeard(sink, player, 20);
    const first = heard.find(({ beat }) => beat === 2)!.step;
    assert.equal(first, Math.ceil(6 / steps) * steps);
    assert.ok(heard.every(({ step, beat }) => beat === (step < first ? 0 : 2)));
    const sounds = sink.heard();
    for (let i = 1; i < sounds.length; i++) {
      assert.equal(sounds[i].from, sounds[i - 1].to);
    }
  });
}

test("settings count from the next step", async () => {
  const { sink, player } = await playing(beats[0]);
  sink.pass(5.4 * STEP);
  player.setSettings({ ...settings, kitLevel: 0 });
  sink.pass(1);
  const loud = sink.heard().filter(({ sound }) => sound.left.some((value) => Math.abs(value) > 1e-3));
  assert.ok(loud.length > 0 && loud.at(-1)!.from <= sink.played[0].frame + 6 * STEP_FRAMES);
});

test("a change of tempo moves the steps that are to come, and no other", async () => {
  const { sink, player, start } = await playing(beats[0]);
  sink.pass(5.4 * STEP);
  player.setSettings({ ...settings, tempo: 60 });
  sink.pass(2);
  const lengths = sink.heard().slice(0, 12).map(({ from, to }) => to - from);
  assert.equal(sink.heard()[0].from, start);
  assert.deepEqual(lengths, [...new Array<number>(6).fill(STEP_FRAMES), ...new Array<number>(6).fill(2 * STEP_FRAMES)]);
});

test("a walk plays a bar of each beat from the next bar on, looped; a beat ends it", async () => {
  const { sink, player } = await playing(beats[0]);
  sink.pass(3.4 * STEP);
  player.setWalk([beats[1], beats[2], beats[3]]);
  const heard = beatsHeard(sink, player, 16 * 6);
  for (const { step, beat, walkIndex } of heard) {
    const bar = Math.floor(step / 16);
    assert.deepEqual([beat, walkIndex], bar === 0 ? [0, -1] : [1 + ((bar - 1) % 3), (bar - 1) % 3], `step ${step}`);
  }

  player.setBeat(beats[0]);
  assert.deepEqual(beatsHeard(sink, player, 3).slice(1).map(({ beat, walkIndex }) => [beat, walkIndex]), [[0, -1], [0, -1]]);
});

test("a page that is blocked for 0.35 s is not heard; one that is for longer goes on where it was", async () => {
  const { sink } = await playing(beats[0]);
  sink.pass(1);
  sink.pass(0.35, true);
  sink.pass(1);
  let sounds = sink.heard();
  assert.ok(sounds.every(({ from }, i) => i === 0 || from === sounds[i - 1].to));
  sink.pass(3, true);
  sink.pass(1);
  sounds = sink.heard();
  const gaps = sounds.filter(({ from }, i) => i > 0 && from !== sounds[i - 1].to);
  assert.equal(gaps.length, 1);
});

test("MIDI has the notes of the engine, an end for each, and none is late or taken back", async () => {
  const messages: { readonly time: number; readonly bytes: readonly number[] }[] = [];
  const { sink, player, start } = await playing(beats[0], {}, (prepared, clock) => prepared.setMidiOut({
    send: (bytes, time) => {
      assert.ok(time >= clock.now(), `a message of ${time} at ${clock.now()}`);
      messages.push({ time, bytes });
    },
  }));
  sink.pass(BAR);
  player.setBeat(beats[1]);
  sink.pass(BAR);
  player.stop();
  const ons = messages.filter(({ bytes }) => (bytes[0] & 0xf0) === 0x90);
  const due = [...renderSteps(space, beats[0], settings, 1).flatMap(({ notes }) => notes)];
  assert.deepEqual(
    ons.filter(({ time }) => time < start + 16 * STEP_FRAMES).map(({ time, bytes }) => [time - start, bytes[1], bytes[2]]),
    due.map(({ frame, note, velocity }) => [frame, note, velocity]));
  for (const note of new Set(ons.map(({ bytes }) => bytes[1]))) {
    const own = messages.filter(({ bytes }) => bytes[1] === note)
      .sort((one, other) => one.time - other.time || one.bytes[0] - other.bytes[0]);
    assert.deepEqual(own.map(({ bytes }) => bytes[0] & 0xf0), own.map((_, i) => (i % 2 === 0 ? 0x90 : 0x80)), `note ${note}`);
  }
});

test("a stopped song rings out and ends, and starts again at its first step", async () => {
  const { sink, player } = await playing(beats[0]);
  sink.pass(BAR);
  player.stop();
  assert.equal(player.isPlaying, false);
  assert.equal(player.place(), null);
  assert.equal(sink.ticks.isRunning, false);
  const end = sink.heard().at(-1)!;
  assert.ok(end.to - end.from > 2 * sink.sampleRate && end.sound.left.subarray(-100).every((value) => Math.abs(value) < 1e-4));
  await player.start();
  assert.equal(player.place()?.songStep, 0);
});
