import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { ROOT } from "../core/repository.ts";

/** The flagship's page as `drumspace explore` wrote it. */
export const PAGE = pathToFileURL(join(ROOT, "out", "explorer", "flagship.html")).href;

/** The page of a model without variation, groove and melody, which opens in half of the time. */
export const SMALL_PAGE = pathToFileURL(join(ROOT, "out", "explorer", "paper-ae.html")).href;

/** How long a page may take: the machine may be busy. */
const PATIENCE_MS = 60_000;

/** The tool, as the build leaves it. */
export const TOOL = [join(ROOT, "out", "bin", "drumspace"), join(ROOT, "src", "DrumSpace.Cli", "bin", "Release", "net10.0", "drumspace")]
  .find((path) => existsSync(path)) ?? "drumspace";

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** The part after the #. */
  readonly hash?: string;
  readonly address?: string;
  /** Runs in the page before its own script. */
  readonly prepare?: () => void;
}

/** A browser for the tests of a file, and pages in it. */
export function useBrowser(): (options?: OpenOptions) => Promise<Page> {
  let browser: Browser;
  before(async () => {
    // Without a sandbox, because CI runs as root; sound without a click is only for the tests' own convenience.
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  });
  after(() => browser.close());
  return async ({ hash = "", address = PAGE, prepare, ...options } = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    if (prepare) {
      await page.addInitScript(prepare);
    }

    await page.goto(address + hash);
    await page.waitForSelector("body[data-ready]", { timeout: PATIENCE_MS });
    return page;
  };
}

/** Waits until a question about a page has an answer that is wanted, and gives it. */
export async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) {
      return answer;
    }

    if (Date.now() > end) {
      throw new Error(`waited in vain; the last answer was ${JSON.stringify(answer)}`);
    }

    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The text of where one is, such as `rock, beat 12`. */
export function placeOf(page: Page): Promise<string> {
  return page.locator(".place").innerText();
}

/** A pixel of the map, and the text of the tip there. */
export interface Found {
  readonly x: number;
  readonly y: number;
  readonly tip: string;
}

/** Moves a pointer over all of the map, and gives where it has which tip, a pixel each. */
export function sweep(page: Page): Promise<Found[]> {
  return page.evaluate(() => {
    const map = document.querySelector(".map") as HTMLElement;
    const tip = document.querySelector(".tip") as HTMLElement;
    const found = new Map<string, { x: number; y: number; tip: string }>();
    for (let y = 130; y < map.clientHeight - 160; y += 8) {
      for (let x = 60; x < map.clientWidth - 520; x += 8) {
        map.dispatchEvent(new PointerEvent("pointermove", { clientX: x, clientY: y, pointerId: 99 }));
        const text = tip.hidden ? "" : (tip.textContent ?? "");
        if (text !== "" && !found.has(text)) {
          found.set(text, { x, y, tip: text });
        }
      }
    }

    map.dispatchEvent(new PointerEvent("pointerleave"));
    return [...found.values()];
  });
}

/** A pixel of the map with a tip that is wanted. */
export async function findOnMap(page: Page, isWanted: (tip: string) => boolean): Promise<Found> {
  const found = (await sweep(page)).find(({ tip }) => isWanted(tip));
  if (!found) {
    throw new Error("no such point on the map");
  }

  return found;
}
