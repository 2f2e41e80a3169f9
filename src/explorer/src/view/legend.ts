import { create } from "./dom.ts";
import type { Genre } from "./genres.ts";

/** The genres as buttons: one lights its genre and greys the rest, and pressed again lights all. */
export class Legend {
  readonly element: HTMLElement;
  private readonly buttons: HTMLButtonElement[];
  private lit: number | null = null;

  /** @param light Called with the index of the genre to light alone, or null for all. */
  constructor(genres: readonly Genre[], private readonly light: (genre: number | null) => void) {
    this.buttons = genres.map((genre) => {
      const swatch = create("span", { class: "swatch", style: `background:${genre.color}`, "aria-hidden": "true" });
      const count = create("span", { class: "count" }, genre.count.toLocaleString("en"));
      const one = create("button", { type: "button", "aria-pressed": "false", "data-genre": genre.index }, swatch, `${genre.name} `, count);
      one.addEventListener("click", () => this.press(genre.index));
      return one;
    });
    this.element = create("div", { class: "legend", role: "group", "aria-label": "Genres: light one" }, ...this.buttons);
  }

  private press(genre: number): void {
    this.lit = this.lit === genre ? null : genre;
    for (const one of this.buttons) {
      one.setAttribute("aria-pressed", String(Number(one.dataset["genre"]) === this.lit));
    }

    this.light(this.lit);
  }
}
