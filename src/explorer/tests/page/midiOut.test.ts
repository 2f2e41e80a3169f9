import assert from "node:assert/strict";
import { test } from "node:test";
import { BeatModel } from "../../src/model/beatModel.ts";
import { KIT_NOTES } from "../../src/music/kitNotes.ts";
import { STEPS } from "../../src/music/pattern.ts";
import { DEFAULT_SETTINGS } from "../../src/music/playSettings.ts";
import { notesOfStep } from "../../src/music/stepNotes.ts";
import { readPage } from "../core/page.ts";
import { SMALL_PAGE, until, useBrowser } from "./browser.ts";

const open = useBrowser();

interface Sent {
  readonly message: number[];
  readonly time: number;
}

// A browser's Web MIDI with one port, which remembers what it is sent.
function stub(): void {
  const sent: { message: number[]; time: number }[] = [];
  const output = { id: "one", name: "Stub port", send: (message: number[], time: number) => sent.push({ message, time }) };
  Object.assign(window, { sent });
  Object.defineProperty(navigator, "requestMIDIAccess", { value: async () => ({ outputs: new Map([["one", output]]), onstatechange: null }) });
}

test("a beat goes out by the chosen port, in time, and every note ends", async () => {
  const page = await open({ address: SMALL_PAGE, prepare: stub, hash: "#z=0.78,0.415,0.655,0.868&tempo=240" });
  const list = page.getByLabel("MIDI out");
  await list.focus();
  await until(() => list.locator("option").allInnerTexts(), (names) => names.includes("Stub port"));
  await list.selectOption("one");
  await page.locator(".play").click();
  const sent = () => page.evaluate(() => (window as unknown as { sent: Sent[] }).sent);
  await until(sent, (messages) => messages.filter(({ message }) => message[0] === 0x99).length > 60);
  await page.locator(".play").click();
  const messages = (await sent()).toSorted((one, other) => one.time - other.time);
  const sounding = new Map<number, number>();
  for (const { message: [status, note, velocity] } of messages) {
    assert.ok(status === 0x99 || status === 0x89, `status ${status}`);
    assert.ok(status === 0x89 || velocity > 0);
    sounding.set(note, (sounding.get(note) ?? 0) + (status === 0x99 ? 1 : -1));
  }

  assert.deepEqual([...sounding.values()].filter((count) => count !== 0), []);
  // The beat's own notes, in their order.
  const space = await readPage("paper-ae");
  const beat = new BeatModel(space).beat({ knobs: [0.78, 0.415, 0.655, 0.868], variation: 0, seed: 1 });
  const notes = (await sent()).filter(({ message }) => message[0] === 0x99).map(({ message }) => message[1]);
  const expected = Array.from({ length: 4 * notes.length + STEPS }, (_, step) => notesOfStep(beat, step, DEFAULT_SETTINGS))
    .flat().map(({ part }) => KIT_NOTES[part]);
  assert.deepEqual(notes, expected.slice(0, notes.length));

  // Time stamps are the sound's, not the sending's: multiples of a 16th of 62.5 ms apart. A busy machine may shift some.
  const starts = messages.filter(({ message }) => message[0] === 0x99).map(({ time }) => time);
  const off = starts.slice(1).map((time, i) => (time - starts[i]) / 62.5).map((steps) => Math.abs(steps - Math.round(steps)));
  assert.ok(off.filter((part) => part < 0.1).length > 0.8 * off.length, off.join());
  await page.close();
});

test("a browser without a port or a permission says so", async () => {
  const page = await open({
    address: SMALL_PAGE,
    prepare: () => Object.defineProperty(navigator, "requestMIDIAccess", {
      value: () => Promise.reject(new DOMException("no", "NotAllowedError")),
    }),
  });
  await page.getByLabel("MIDI out").focus();
  await until(() => page.locator(".status").innerText(), (text) => text === "MIDI cannot go out: it was not allowed.");
  await page.close();
});
