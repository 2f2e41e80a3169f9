import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { placeOf, SMALL_PAGE, until, useBrowser } from "./browser.ts";

const open = useBrowser();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeWindow {
  readonly axe: { run(): Promise<{ readonly violations: { readonly id: string; readonly nodes: { readonly html: string }[] }[] }> };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => (window as unknown as AxeWindow).axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

// What can be pressed and is lower or narrower than 24 pixels.
const small = (page: Page) => page.evaluate(() => [...document.querySelectorAll<HTMLElement>("button, select, input:not(.unseen), [role=slider]")]
  .filter((element) => element.offsetParent !== null && Math.min(element.offsetWidth, element.offsetHeight) < 24)
  .map((element) => `${element.outerHTML.slice(0, 120)} ${element.offsetWidth} x ${element.offsetHeight}`));

test("axe finds no failure, and no control is too small, from a phone to a wall", async () => {
  const page = await open({ hash: "#z=0.5,0.5,0.5,0.5&model=0123456789ab" });
  await page.getByRole("switch", { name: "Melody" }).click();
  await page.getByRole("button", { name: "Add this beat" }).click();
  for (const [width, height] of [[400, 800], [1280, 860], [3840, 2160]]) {
    await page.setViewportSize({ width, height });
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await small(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }

  await page.close();
});

test("fingers travel and zoom", async () => {
  const page = await open({ address: SMALL_PAGE, viewport: { width: 400, height: 800 }, hasTouch: true, isMobile: true });
  const place = await placeOf(page);
  await page.touchscreen.tap(120, 200);
  await until(() => placeOf(page), (now) => now !== place);
  const picture = () => page.locator(".map > canvas").first().evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  await page.locator(".play").click();
  const before = await picture();
  const touch = await page.context().newCDPSession(page);
  const fingers = (apart: number) => [{ x: 200 - apart, y: 180, id: 0 }, { x: 200 + apart, y: 180, id: 1 }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(30) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(60) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(110) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await until(picture, (now) => now !== before);
  await page.close();
});

test("who wants less motion gets no transitions", async () => {
  const page = await open({ address: SMALL_PAGE, reducedMotion: "reduce" });
  const duration = () => page.locator(".play").evaluate((element) => getComputedStyle(element).transitionDuration);
  assert.equal(await duration(), "0s");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  assert.notEqual(await duration(), "0s");
  await page.close();
});
