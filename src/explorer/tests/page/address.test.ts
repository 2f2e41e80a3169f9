import assert from "node:assert/strict";
import { test } from "node:test";
import { writePoint } from "../../src/space/pointText.ts";
import { readPage } from "../core/page.ts";
import { placeOf, until, useBrowser } from "./browser.ts";

const open = useBrowser();
const POINT = "z=0.78,0.415,0.655,0.868&var=0.25&seed=12";

test("a link leads to its beat, tempo and settings", async () => {
  const { facts } = await readPage("flagship");
  const page = await open({ hash: `#${POINT}&model=${facts.model.fingerprint.slice(0, 12)}&tempo=91&swing=0.6&density=0.4&fill=0.2` });
  const value = (name: string) => page.getByRole("slider", { name, exact: true }).getAttribute("aria-valuetext");
  assert.deepEqual(
    await Promise.all(["Busy", "Kick", "Hats", "Syncopation", "Variation", "Swing", "Density", "Fill"].map(value)),
    ["78.0 %", "41.5 %", "65.5 %", "86.8 %", "25.0 %", "60.0 %", "40.0 %", "20.0 %"]);
  assert.equal(await page.getByLabel("BPM").inputValue(), "91");
  assert.equal(await page.getByLabel("Seed").inputValue(), "12");
  assert.equal(
    await page.getByLabel("The beat as a line of text").inputValue(),
    writePoint({ knobs: [0.78, 0.415, 0.655, 0.868], seed: 12, variation: 0.25 }, facts.model.fingerprint));
  assert.equal(await page.locator(".warning").isVisible(), false);
  await page.close();
});

test("the address follows, and leads back", async () => {
  const page = await open();
  await page.locator(".map").press("PageDown");
  const place = await placeOf(page);
  const address = await until(async () => page.url(), (url) => url.includes("#z="));
  const other = await open({ address });
  assert.equal(await placeOf(other), place);
  await page.close();
  await other.close();
});

test("a link of another model says so, and one of this does not", async () => {
  const { facts } = await readPage("flagship");
  const page = await open({ hash: `#${POINT}&model=0123456789ab` });
  assert.match(await page.locator(".warning").innerText(), /another model \(0123456789ab\); this page has Flagship/);
  await page.evaluate((hash) => (location.hash = hash), `${POINT}&model=${facts.model.fingerprint.slice(0, 12)}`);
  await until(() => page.locator(".warning").isVisible(), (isVisible) => !isVisible);
  await page.close();
});

test("a damaged link is told of and leads nowhere", async () => {
  const page = await open({ hash: "#z=0.78,0.415,7,0.868" });
  assert.match(await page.locator(".warning").innerText(), /link is damaged.*"7" is no number of 0 to 1/);
  assert.match(await placeOf(page), /, beat \d+/);
  await page.close();
});

test("a pasted line leads to its beat, and one that is none is told of", async () => {
  const page = await open();
  const line = page.getByLabel("The beat as a line of text");
  await line.fill("drumspace:0.2,0.3,0.4,0.5;seed=3;var=1");
  await line.press("Enter");
  assert.equal(await page.getByRole("slider", { name: "Kick" }).getAttribute("aria-valuetext"), "30.0 %");
  await line.fill("drumspace:0.2,0.3,0.4,0.5;model=01234567");
  await line.press("Enter");
  await until(() => page.locator(".status").innerText(), (text) => text.includes("another model"));
  await line.fill("drumspace:0.2,0.3");
  await line.press("Enter");
  await until(() => page.locator(".status").innerText(), (text) => text.includes("4 knobs"));
  await page.close();
});
