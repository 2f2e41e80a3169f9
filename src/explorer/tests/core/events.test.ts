import assert from "node:assert/strict";
import { test } from "node:test";
import { Mixer, type Stereo } from "../../src/sound/mixer.ts";
import { MidiSender } from "../../src/sound/midiSender.ts";
import { SongRenderer } from "../../src/sound/songRenderer.ts";
import { readPage } from "./page.ts";
import { BARS, CASES, SAMPLE_RATE, type PlayCase } from "./play.ts";

const space = await readPage("flagship");

for (const [number, played] of CASES.entries()) {
  const { density, swing, fill, grooveVelocity, grooveTiming, tempo } = played.settings;
  const name = `density ${density}, swing ${swing.toFixed(2)}, fill ${fill}, groove ${grooveVelocity}/${grooveTiming}, tempo ${tempo}`;
  test(`64 bars are the engine's, frame by frame: case ${number}, ${name}`, () => {
    assert.ok(played.events.length > 1000);
    assert.deepEqual(sorted(eventsOf(played)), sorted(played.events.filter(([frame]) => frame < lastFrame(played))));
  });
}

// Only the notes count here, and rendering 64 bars of sound takes its time.
class SilentMixer extends Mixer {
  override render(): Stereo {
    return { left: new Float32Array(), right: new Float32Array() };
  }
}

// The events of an output that counts its time in frames.
function eventsOf(played: PlayCase): number[][] {
  const song = new SongRenderer(new SilentMixer(space), SAMPLE_RATE, 0);
  const events: number[][] = [];
  const sender = new MidiSender({ send: (message, time) => events.push([time, ...message]) }, (frame) => frame);
  for (let step = 0; step < 16 * BARS + 2; step++) {
    sender.send(song.render(played.beat, played.settings).notes);
  }

  sender.endAll(Infinity);
  return events.filter(([frame]) => frame < lastFrame(played));
}

// The song goes on, with hits of its next bar before that begins: both are compared up to here.
function lastFrame({ settings }: PlayCase): number {
  return Math.floor((BARS * 4 * 60 * SAMPLE_RATE) / settings.tempo);
}

// In one order of events at a frame, and without the velocity of note-offs, which means nothing.
function sorted(events: readonly (readonly number[])[]): string[] {
  return events.map(([frame, status, note, velocity]) => [frame, status, note, status < 0x90 ? 0 : velocity].join(" ")).sort();
}
