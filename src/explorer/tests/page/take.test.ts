import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { readClipPattern } from "../../src/midi/clipPattern.ts";
import { readPage } from "../core/page.ts";
import { ROOT } from "../core/repository.ts";
import { placeOf, TOOL, until, useBrowser } from "./browser.ts";

const open = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "drumspace-explorer-"));

async function save(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await waiting;
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

const tool = (...words: string[]) => execFileSync(TOOL, words, { encoding: "utf8" });
const point = (page: Page) => page.locator(".place").innerText().then((text) => Number(text.match(/beat (\d+)/)?.[1]));

test("the tool takes the clip, and finds the beat at the knobs that it was saved at", async () => {
  const page = await open({ hash: "#z=0.78,0.415,0.655,0.868" });
  const file = await save(page, "⬇ MIDI");
  tool("midi", "check", file);
  const found = tool("find", file, "--bundle", join(ROOT, "presets", "models", "flagship"), "--variation", "0");
  assert.match(found, /F1 {2}1\.000/);
  const knobs = [...found.matchAll(/^Z\d {2}([\d.]+) %$/gm)].map((line) => Number(line[1]));
  assert.equal(knobs.length, 4);
  // Several knobs play the same beat: it finds them near, not to the digit.
  [78, 41.5, 65.5, 86.8].forEach((knob, axis) => assert.ok(Math.abs(knob - knobs[axis]) < 5, `${knobs}`));
  await page.close();
});

test("the melody's clip is one that the tool takes, too", async () => {
  const page = await open();
  assert.equal(await page.getByRole("button", { name: "⬇ Melody as MIDI" }).isVisible(), false);
  await page.getByRole("switch", { name: "Melody" }).click();
  tool("midi", "check", await save(page, "⬇ Melody as MIDI"));
  await page.close();
});

test("a clip that is chosen or dropped leads to its beat", async () => {
  const page = await open();
  await page.locator(".map").press("PageDown");
  const file = await save(page, "⬇ MIDI");
  const { space, wanted } = { space: await readPage("flagship"), wanted: await point(page) };
  assert.deepEqual(readClipPattern(new Uint8Array(readFileSync(file))).pattern, space.patternOf(wanted));
  await page.getByRole("button", { name: "Random" }).click();
  await page.locator("input[type=file]").setInputFiles(file);
  await until(() => page.locator(".status").innerText(), (text) => text.includes("100.0 % of the hits agree"));
  assert.deepEqual(space.patternOf(await point(page)), space.patternOf(wanted));
  assert.equal(await page.locator(".near button").count(), 6);

  const bytes = [...readFileSync(file)];
  await page.getByRole("button", { name: "Random" }).click();
  await page.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(content)], "dropped.mid"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, bytes);
  await until(() => page.locator(".status").innerText(), (text) => text.startsWith("dropped.mid is most like beat"));
  await page.close();
});

test("a file that is no MIDI file is told of, and changes nothing", async () => {
  const page = await open();
  const place = await placeOf(page);
  const file = join(folder, "broken.mid");
  writeFileSync(file, "MThd?");
  await page.locator("input[type=file]").setInputFiles(file);
  await until(() => page.locator(".status").innerText(), (text) => text.startsWith("broken.mid: "));
  assert.equal(await placeOf(page), place);
  await page.close();
});

test("the neighbours are the beats of the most similar patterns", async () => {
  const page = await open();
  const shares = await until(() => page.locator(".near .count").allInnerTexts(), (texts) => texts.length === 6);
  const numbers = shares.map((text) => Number.parseFloat(text));
  assert.deepEqual(numbers, [...numbers].sort((one, other) => other - one));
  const before = await placeOf(page);
  await page.locator(".near button").first().click();
  assert.notEqual(await placeOf(page), before);
  await page.close();
});
