import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { findOnMap, placeOf, SMALL_PAGE, sweep, until, useBrowser } from "./browser.ts";

const open = useBrowser();
const numberIn = (text: string) => Number(text.match(/beat (\d+)/)?.[1]);

// The map's pixels: equal where the same is shown.
const picture = (page: Page) => page.evaluate(async () => {
  document.querySelector(".map")?.dispatchEvent(new PointerEvent("pointerleave"));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return [...document.querySelectorAll<HTMLCanvasElement>(".map > canvas")].map((canvas) => canvas.toDataURL()).join();
});

test("the pointer shows a beat's name and pattern, and a click goes there and plays", async () => {
  const page = await open({ address: SMALL_PAGE });
  const { x, y, tip } = await findOnMap(page, (text) => !text.includes("more") && !text.startsWith("rock"));
  const colors = await page.locator(".tip canvas").evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const pixels = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    return new Set(Array.from({ length: pixels.length / 4 }, (_, i) => pixels.slice(4 * i, 4 * i + 3).join())).size;
  });
  assert.ok(colors >= 3, "a grid with hits");
  await page.mouse.click(x, y);
  assert.equal(numberIn(await placeOf(page)), numberIn(tip));
  await until(() => page.locator(".play").innerText(), (text) => text.includes("Stop"));
  await page.close();
});

test("the tip is whole, also beside the panel and the edges", async () => {
  const page = await open({ address: SMALL_PAGE });
  const edge = await page.locator(".panel").evaluate((panel) => panel.getBoundingClientRect().left);
  const found = await sweep(page);
  const outermost = [found.toSorted((one, other) => other.x - one.x)[0], found.toSorted((one, other) => other.y - one.y)[0]];
  for (const { x, y } of outermost) {
    await page.mouse.move(x, y);
    const box = await page.locator(".tip").boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= edge && box.y >= 0 && box.y + box.height <= 860, JSON.stringify(box));
  }

  await page.close();
});

test("a drag travels from beat to beat, and leaves its way as a line", async () => {
  const page = await open({ address: SMALL_PAGE });
  const before = await picture(page);
  await page.mouse.move(300, 400);
  await page.mouse.down();
  const visited = new Set<string>();
  for (let x = 300; x <= 600; x += 10) {
    await page.mouse.move(x, 420);
    visited.add(await placeOf(page));
  }

  await page.mouse.up();
  assert.ok(visited.size > 5, `${visited.size} beats`);
  assert.ok((await picture(page)) !== before);
  await page.close();
});

// A page whose points lie three to a place: those of each three, 25 bytes a point at the map's end, have the place of the first.
function crowd(from: string): string {
  return readFileSync(fileURLToPath(from), "utf8").replace(/(?<=id="map">)[^<]*/, (packed) => {
    const map = gunzipSync(Buffer.from(packed, "base64"));
    const count = map.readUInt32LE(8), first = map.length - 25 * count;
    for (let point = 0; point < count; point++) {
      map.copyWithin(first + 25 * point, first + 25 * (point - point % 3), first + 25 * (point - point % 3) + 8);
    }

    return gzipSync(map).toString("base64");
  });
}

test("a place with several beats says so, and clicks go through them", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "drumspace-explorer-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "crowded.html");
  writeFileSync(file, crowd(SMALL_PAGE));
  const page = await open({ address: pathToFileURL(file).href });
  const { x, y, tip } = await findOnMap(page, (text) => /and [2-9] more here/.test(text));
  const count = Number(tip.match(/and (\d+) more/)?.[1]) + 1;
  const visited: number[] = [];
  for (let i = 0; i < count; i++) {
    await page.mouse.click(x, y);
    const place = await placeOf(page);
    assert.ok(place.includes(` of ${count} here`), place);
    visited.push(numberIn(place));
  }

  assert.equal(new Set(visited).size, count);
  await page.mouse.click(x, y);
  assert.equal(numberIn(await placeOf(page)), visited[0]);
  await page.close();
});

test("the wheel zooms around the pointer, 0 shows all", async () => {
  const page = await open({ address: SMALL_PAGE });
  const { x, y, tip } = await findOnMap(page, (text) => !text.includes("more"));
  const whole = await picture(page);
  await page.mouse.move(x, y);
  for (let i = 0; i < 6; i++) {
    await page.mouse.wheel(0, -120);
  }

  assert.ok((await picture(page)) !== whole);
  await page.mouse.move(x, y);
  assert.equal(numberIn(await page.locator(".tip").innerText()), numberIn(tip), "it stayed under the pointer");
  await page.locator(".map").press("0");
  assert.ok((await picture(page)) === whole);
  await page.close();
});

test("the legend lights one genre: only its beats answer the pointer", async () => {
  const page = await open({ address: SMALL_PAGE });
  const all = await picture(page);
  const jazz = page.locator(".legend button", { hasText: "jazz" });
  await jazz.click();
  assert.equal(await jazz.getAttribute("aria-pressed"), "true");
  assert.ok((await picture(page)) !== all);
  const tips = (await sweep(page)).map(({ tip }) => tip);
  assert.ok(tips.length > 100 && tips.every((tip) => tip.startsWith("jazz")), `${tips.length} tips`);
  await jazz.click();
  assert.ok((await picture(page)) === all);
  await page.close();
});
