import assert from "node:assert/strict";
import { test } from "node:test";
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
  // On the grid of 16ths, 62.5 ms each: the time stamps are those of the sound, not of the sending.
  const starts = messages.filter(({ message }) => message[0] === 0x99).map(({ time }) => time);
  const off = starts.map((time) => Math.abs((time - starts[0]) / 62.5 - Math.round((time - starts[0]) / 62.5)));
  assert.ok(off.filter((part) => part < 0.2).length > 0.9 * off.length, off.join());
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
