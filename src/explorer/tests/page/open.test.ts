import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { ROOT } from "../core/repository.ts";
import { PAGE, placeOf, TOOL, until, useBrowser } from "./browser.ts";

const open = useBrowser();

// What a page asks for while it is opened, played and taken from.
async function requestsOf(address: string): Promise<string[]> {
  const page = await open({ address });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  assert.match(await placeOf(page), /, beat \d+/);
  await page.mouse.click(400, 400);
  await until(() => page.locator(".play").innerText(), (text) => text.includes("Stop"));
  await page.close();
  // A blob is the page's own: the clock's worker.
  return asked.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"));
}

test("from a folder the page is complete: it asks for nothing but itself", async () => {
  assert.deepEqual(await requestsOf(PAGE), [PAGE]);
});

test("served by the tool, it is the only thing there is, until the tool is interrupted", async () => {
  const bundle = join(ROOT, "presets", "models", "paper-ae");
  const tool = spawn(TOOL, ["explore", "--bundle", bundle, "--no-browser"]);
  const exit = once(tool, "exit");
  try {
    const [line] = (await once(createInterface(tool.stdout), "line")) as [string];
    const address = line.match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0] ?? "";
    assert.deepEqual(await requestsOf(address), [address], line);
    assert.equal((await fetch(`${address}favicon.ico`)).status, 404);
  } finally {
    tool.kill("SIGINT");
  }

  assert.deepEqual(await exit, [130, null]);
});
