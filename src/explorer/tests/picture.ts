import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

// Takes the picture of docs/images: `node picture.js PAGE PICTURE.png`. Stopped, so that every run gives the same.
const [page, picture] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const view = await browser.newPage({ viewport: { width: 1400, height: 900 } });
await view.goto(pathToFileURL(join(process.cwd(), page)).href);
await view.waitForSelector("body[data-ready]");
await view.mouse.move(330, 330);
await view.mouse.down();
for (let i = 0; i <= 30; i++) {
  await view.mouse.move(330 + 9 * i, 430 + 90 * Math.sin(i / 5));
}

await view.mouse.up();
await view.getByRole("button", { name: "Stop" }).click();
await view.mouse.move(598, 330);
await view.waitForTimeout(1000);
await view.screenshot({ path: picture });
await browser.close();
