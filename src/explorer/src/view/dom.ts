/** Attributes by name; `true` sets an empty one, `false` and null leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** Makes an element with attributes and content. */
export function create<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAll(element, attributes);
  element.append(...content);
  return element;
}

/** Makes an element of SVG with attributes and content. */
export function createSvg<K extends keyof SVGElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...content: readonly Node[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAll(element, attributes);
  element.append(...content);
  return element;
}

/** Makes a button that does something. */
export function button(text: string, title: string, run: () => void): HTMLButtonElement {
  const element = create("button", { type: "button", title }, text);
  element.addEventListener("click", run);
  return element;
}

/** Makes a group of controls under a heading. */
export function section(heading: string, ...content: readonly (Node | string)[]): HTMLElement {
  return create("section", { "aria-label": heading }, create("h2", {}, heading), ...content);
}

/** Makes a row of controls. */
export function row(...content: readonly (Node | string)[]): HTMLDivElement {
  return create("div", { class: "row" }, ...content);
}

function setAll(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}
