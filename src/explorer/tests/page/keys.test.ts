import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { MapIndex, type Direction } from "../../src/view/mapIndex.ts";
import { readPage } from "../core/page.ts";
import { placeOf, SMALL_PAGE, until, useBrowser } from "./browser.ts";

const open = useBrowser();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);

// As somebody would who has no pointer: from the page's start.
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    if ((await focused(page))?.includes(name)) {
      return;
    }
  }

  throw new Error(`Tab does not come to ${name}`);
}

test("Page Down goes through every beat of the map once, those on one place one after another", async () => {
  const { map } = await readPage("flagship");
  const index = new MapIndex(map);
  const seen = new Set<number>();
  let [point, breaks] = [0, 0];
  for (let i = 0; i < map.length; i++) {
    seen.add(point);
    const next = index.along(point, 1, () => true);
    assert.equal(index.along(next, -1, () => true), point);
    const others = index.atPlaceOf(point);
    breaks += others.length > 1 && !others.includes(next) ? 1 : 0;
    point = next;
  }

  assert.equal(seen.size, map.length);
  assert.equal(point, 0);
  const places = new Set([...seen].filter((one) => index.atPlaceOf(one).length > 1).map((one) => `${map.x[one]},${map.y[one]}`));
  assert.equal(breaks, places.size, "each shared place is left once");
});

test("an arrow goes to the nearest beat of its quarter", async () => {
  const { map } = await readPage("flagship");
  const index = new MapIndex(map);
  const ahead: Record<Direction, (dx: number, dy: number) => boolean> = {
    left: (dx, dy) => -dx >= Math.abs(dy), right: (dx, dy) => dx >= Math.abs(dy),
    down: (dx, dy) => -dy >= Math.abs(dx), up: (dx, dy) => dy >= Math.abs(dx),
  };
  for (let point = 0; point < map.length; point += 101) {
    for (const direction of Object.keys(ahead) as Direction[]) {
      const next = index.towards(point, direction, () => true);
      assert.ok(next === point || ahead[direction](map.x[next] - map.x[point], map.y[next] - map.y[point]), `${direction} of ${point}`);
    }
  }
});

test("with keys alone: travel, hear, stop, turn a knob, and be told", async () => {
  const page = await open();
  await tabTo(page, "Map of 10,000 beats");
  const places = [await placeOf(page)];
  for (const key of ["ArrowLeft", "ArrowUp", "ArrowLeft", "PageDown", "PageDown"]) {
    await page.keyboard.press(key);
    places.push(await placeOf(page));
  }

  assert.ok(places.every((place, i) => place !== places[i - 1]), places.join());
  await until(() => page.locator(".status").innerText(), (text) => text.startsWith(places[5]) && /\d+ hits: /.test(text));
  await page.keyboard.press("Enter");
  await until(() => page.locator(".play").getAttribute("aria-pressed"), (state) => state === "true");
  await page.keyboard.press("Space");
  await until(() => page.locator(".play").getAttribute("aria-pressed"), (state) => state === "false");

  await tabTo(page, "Busy");
  const busy = page.getByRole("slider", { name: "Busy" });
  const value = async () => Number(await busy.getAttribute("aria-valuenow"));
  await page.keyboard.press("Home");
  assert.equal(await value(), 0);
  await page.keyboard.press("ArrowUp");
  assert.equal(await value(), 1);
  await page.keyboard.press("Shift+ArrowUp");
  assert.equal(await value(), 1.1);
  await page.keyboard.press("PageUp");
  assert.equal(await value(), 11.1);
  await page.keyboard.press("Delete");
  assert.equal(await value(), 50);
  assert.equal(await busy.getAttribute("aria-valuetext"), "50.0 %");
  assert.match(await page.locator(".meaning").innerText(), /^Busy: hits of all drums/);
  assert.match(await placeOf(page), /^near /);
  await page.close();
});

test("a lit genre is the only one that keys go to", async () => {
  const page = await open({ address: SMALL_PAGE });
  await page.locator(".legend button", { hasText: "reggae" }).press("Enter");
  await page.locator(".map").focus();
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press("PageDown");
    assert.match(await placeOf(page), /^reggae, /);
  }

  await page.close();
});
