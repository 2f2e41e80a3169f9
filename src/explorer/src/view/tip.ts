import { STEPS, type Pattern } from "../music/pattern.ts";
import { fitCanvas } from "./canvas.ts";
import { create } from "./dom.ts";
import type { Genre } from "./genres.ts";
import { paintGrid } from "./patternPainter.ts";
import type { Theme } from "./theme.ts";

const DISTANCE = 18;

/** The pattern of the point under the pointer, with its genre's name. For the eye alone: the keys' words are in the status line. */
export class Tip {
  readonly element: HTMLElement;
  private readonly name = create("strong");
  private readonly more = create("span", { class: "quiet" });
  private readonly swatch = create("span", { class: "swatch" });
  private readonly canvas = create("canvas");

  constructor(private readonly theme: Theme) {
    const head = create("div", { class: "tip-head" }, this.swatch, this.name, this.more);
    this.element = create("div", { class: "tip", hidden: true, "aria-hidden": "true" }, head, this.canvas);
  }

  /**
   * Shows a point beside a pixel of the box that the tip is in.
   * @param width How much of the box, from its left, nothing covers.
   * @param others How many other points lie on the same place.
   */
  show(x: number, y: number, width: number, point: number, genre: Genre, pattern: Pattern, others: number): void {
    this.element.hidden = false;
    this.name.textContent = genre.name;
    this.swatch.style.background = genre.color;
    this.more.textContent = others > 0 ? `beat ${point}, and ${others} more here` : `beat ${point}`;
    const context = fitCanvas(this.canvas);
    if (context) {
      const area = { left: 0, top: 0, width: this.canvas.clientWidth, height: this.canvas.clientHeight };
      paintGrid(context, area, this.theme, (voice, step) => ({ hit: (pattern[step % STEPS] >> voice) & 1, likely: 0 }));
    }

    const { clientHeight } = this.element.parentElement ?? document.body;
    const { offsetWidth, offsetHeight } = this.element;
    const left = x + DISTANCE + offsetWidth > width ? x - DISTANCE - offsetWidth : x + DISTANCE;
    const top = y + DISTANCE + offsetHeight > clientHeight ? y - DISTANCE - offsetHeight : y + DISTANCE;
    this.element.style.transform = `translate(${Math.max(left, 4)}px, ${Math.max(top, 4)}px)`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
