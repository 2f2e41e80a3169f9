import { create } from "./dom.ts";

/** A labelled number between two bounds; what is no such number leaves it as it was. */
export class NumberField {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;

  /** @param change Called with a number that was typed or stepped to. */
  constructor(label: string, min: number, max: number, step: number, change: (value: number) => void) {
    this.input = create("input", { type: "number", min, max, step, inputmode: "decimal" });
    let last = "";
    this.input.addEventListener("focus", () => (last = this.input.value));
    this.input.addEventListener("change", () => {
      const value = this.input.valueAsNumber;
      if (Number.isFinite(value)) {
        last = String(Math.min(Math.max(value, min), max));
        change(Number(last));
      }

      this.input.value = last;
    });
    this.element = create("label", { class: "field" }, create("span", {}, label), this.input);
  }

  /** Shows a value without telling of it. */
  set(value: number): void {
    this.input.value = String(Math.round(value * 100) / 100);
  }
}
