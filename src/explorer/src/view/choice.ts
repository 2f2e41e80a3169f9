import { create } from "./dom.ts";

/** A labelled list of which one is chosen. */
export class Choice<T extends string> {
  readonly element: HTMLElement;
  readonly list: HTMLSelectElement;

  /**
   * @param options Each value and how it reads.
   * @param change Called with what was chosen.
   */
  constructor(label: string, options: readonly (readonly [T, string])[], change: (value: T) => void) {
    this.list = create("select");
    this.setOptions(options);
    this.list.addEventListener("change", () => change(this.list.value as T));
    this.element = create("label", { class: "field" }, create("span", {}, label), this.list);
  }

  /** Replaces the options. */
  setOptions(options: readonly (readonly [T, string])[]): void {
    this.list.replaceChildren(...options.map(([value, text]) => create("option", { value }, text)));
  }

  /** Shows a value without telling of it. */
  set(value: T): void {
    this.list.value = value;
  }
}
