import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { stopsAlong } from "../../src/app/path.ts";
import { placeOf, SMALL_PAGE, TOOL, until, useBrowser } from "./browser.ts";

const open = useBrowser();

async function draw(page: Page): Promise<void> {
  await page.mouse.move(250, 300);
  await page.mouse.down();
  for (let i = 1; i <= 30; i++) {
    await page.mouse.move(250 + 14 * i, 300 + 120 * Math.sin(i / 5));
  }

  await page.mouse.up();
}

test("stops are evenly spaced along a way, from its start to its end", () => {
  const stops: (readonly [number, number])[] = [];
  stopsAlong([[0, 0], [0.3, 0], [0.3, 0], [0.3, 0.6]], 4, (place) => stops.push(place));
  const expected = [[0, 0], [0.3, 0], [0.3, 0.3], [0.3, 0.6]];
  stops.forEach((place, i) => assert.ok(Math.hypot(place[0] - expected[i][0], place[1] - expected[i][1]) < 1e-9, `${stops}`));
  assert.deepEqual(stopsAlong([[0.5, 0.5]], 4, () => 7), [7, 7, 7, 7]);
});

test("a way drawn with Shift plays itself bar by bar, looped, and is saved as one MIDI file", async () => {
  const page = await open({ address: SMALL_PAGE, hash: "#z=0.5,0.5,0.5,0.5&tempo=300" });
  await page.keyboard.down("Shift");
  await draw(page);
  await page.keyboard.up("Shift");
  // At 300 quarters a minute a bar takes 0.8 s: eight of them, and again the first.
  const bars: string[] = [];
  await until(async () => {
    const bar = (await placeOf(page)).match(/^Bar (\d of 8): .*beat \d+/)?.[1];
    if (bar && bar !== bars.at(-1)) {
      bars.push(bar);
    }

    return bars.length;
  }, (count) => count > 8);
  assert.ok(bars.slice(0, 8).every((bar, i) => bar === `${i + 1} of 8`) && bars[8] === "1 of 8", bars.join());
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "⬇ Path", exact: true }).click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), "drumspace-path-8-bars.mid");
  const file = join(mkdtempSync(join(tmpdir(), "drumspace-explorer-")), "path.mid");
  await download.saveAs(file);
  execFileSync(TOOL, ["midi", "check", file]);
  await page.getByRole("button", { name: "End path" }).click();
  await until(() => placeOf(page), (place) => !place.startsWith("Bar"));
  await page.close();
});

test("without Shift or a pointer: a mode for drawing, and stops one by one", async () => {
  const page = await open({ address: SMALL_PAGE });
  await page.getByRole("button", { name: "Draw a path" }).click();
  await draw(page);
  await until(() => placeOf(page), (text) => text.startsWith("Bar"));
  await page.getByRole("button", { name: "Draw a path" }).click();
  await page.getByRole("button", { name: "End path" }).click();
  assert.match(await placeOf(page), /^[^,]+, beat \d+/);
  await page.getByRole("button", { name: "Add this beat" }).press("Enter");
  await until(() => page.locator(".status").innerText(), (text) => text === "The path has 1 bar.");
  await page.close();
});
