import { create } from "./dom.ts";

/** A few options side by side, of which one is chosen. */
export class Segments<T extends string> {
  readonly element: HTMLElement;
  private readonly inputs: readonly HTMLInputElement[];

  /** @param change Called with what was chosen. */
  constructor(label: string, options: readonly T[], change: (value: T) => void) {
    this.inputs = options.map((value) => create("input", { type: "radio", name: label, value, class: "unseen" }));
    this.inputs.forEach((input) => input.addEventListener("change", () => change(input.value as T)));
    const labels = this.inputs.map((input) => create("label", {}, input, create("span", {}, input.value)));
    this.element = create("div", { class: "field", role: "radiogroup", "aria-label": label },
      create("span", { "aria-hidden": "true" }, label), create("div", { class: "segments" }, ...labels));
  }

  /** Shows a value without telling of it. */
  set(value: T): void {
    this.inputs.forEach((input) => (input.checked = input.value === value));
  }
}
