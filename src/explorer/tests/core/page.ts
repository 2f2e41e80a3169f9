import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Space, type PartSource } from "../../src/space/space.ts";
import { ROOT } from "./repository.ts";

/** The parts of a page that `drumspace explore` wrote to out/explorer. */
export function pageParts(bundle: string): PartSource {
  const html = readFileSync(join(ROOT, "out", "explorer", `${bundle}.html`), "utf8");
  return (id) => html.match(new RegExp(`<script type="(?:text/plain|application/json)" id="${id}">([^<]*)</script>`))?.[1] ?? null;
}

/** The space of such a page. */
export function readPage(bundle: string): Promise<Space> {
  return Space.read(pageParts(bundle));
}
