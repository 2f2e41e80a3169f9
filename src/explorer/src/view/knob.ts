import { create, createSvg } from "./dom.ts";

/** What a knob sets. */
export interface KnobOptions {
  readonly label: string;
  /** What it means, for the tip and screen readers. */
  readonly description: string;
  /** The value of a double click. */
  readonly initial: number;
  /** How a value reads, as "37.0 %". */
  format(value: number): string;
  /** Called while it is turned, with 0 to 1. */
  change(value: number): void;
  /** One of the four large ones. */
  readonly isLarge?: boolean;
  /** Whether it belongs to the melody, by its colour. */
  readonly isMelody?: boolean;
}

// The pixels of a whole turn, and how much finer Shift is.
const TRAVEL = 220;
const FINE = 10;
const KEY_STEP = 0.01;
const PAGE_STEP = 0.1;

// 270 degrees, open at the bottom, as the plugin's.
const ARC = "M 9.8 38.2 A 20 20 0 1 1 38.2 38.2";

/** A knob from 0 to 1: drag, wheel, keys; fine with Shift; a double click resets. */
export class Knob {
  readonly element: HTMLElement;
  private readonly fill = createSvg("path", { d: ARC, class: "knob-fill", pathLength: 100 });
  private readonly hand = createSvg("line", { x1: 24, y1: 15, x2: 24, y2: 8, class: "knob-hand" });
  private readonly dial: HTMLElement;
  private readonly valueText = create("span", { class: "knob-value" });
  private value = 0;
  private dragY: number | null = null;

  constructor(private readonly options: KnobOptions) {
    const drawing = createSvg(
      "svg", { viewBox: "0 0 48 48", "aria-hidden": "true" }, createSvg("path", { d: ARC, class: "knob-track" }), this.fill, this.hand);
    this.dial = create("div", {
      class: "knob-dial", role: "slider", tabindex: 0, "aria-label": options.label, "aria-valuemin": 0, "aria-valuemax": 100,
      "aria-description": options.description, title: `${options.label}: ${options.description}`,
    }, drawing);
    const kind = `knob${options.isLarge ? " knob-large" : ""}${options.isMelody ? " knob-melody" : ""}`;
    const name = create("span", { class: "knob-name", "aria-hidden": "true" }, options.label);
    this.element = create("div", { class: kind }, this.dial, name, this.valueText);
    this.valueText.setAttribute("aria-hidden", "true");
    this.listen();
    this.set(options.initial);
  }

  /** Shows a value, 0 to 1, without telling of it. */
  set(value: number): void {
    this.value = value;
    const text = this.options.format(value);
    this.valueText.textContent = text;
    this.dial.setAttribute("aria-valuenow", (100 * value).toFixed(1));
    this.dial.setAttribute("aria-valuetext", text);
    this.fill.style.strokeDasharray = `${100 * value} 200`;
    this.hand.setAttribute("transform", `rotate(${-135 + 270 * value} 24 24)`);
  }

  /** Shows or hides that it has no effect. */
  setEnabled(isEnabled: boolean): void {
    this.element.classList.toggle("is-off", !isEnabled);
    this.dial.setAttribute("aria-disabled", String(!isEnabled));
  }

  private listen(): void {
    const { dial } = this;
    dial.addEventListener("pointerdown", (event) => {
      if (event.button === 0) {
        dial.setPointerCapture(event.pointerId);
        dial.focus();
        this.dragY = event.clientY;
        event.preventDefault();
      }
    });
    dial.addEventListener("pointermove", (event) => {
      if (this.dragY !== null) {
        this.turn((this.dragY - event.clientY) / TRAVEL / (event.shiftKey ? FINE : 1));
        this.dragY = event.clientY;
      }
    });
    const release = () => (this.dragY = null);
    dial.addEventListener("pointerup", release);
    dial.addEventListener("pointercancel", release);
    dial.addEventListener("dblclick", () => this.change(this.options.initial));
    dial.addEventListener("wheel", (event) => {
      event.preventDefault();
      // With Shift some systems turn the wheel sideways.
      this.turn((-Math.sign(event.deltaY || event.deltaX) * 2 * KEY_STEP) / (event.shiftKey ? FINE : 1));
    }, { passive: false });
    dial.addEventListener("keydown", (event) => {
      if (this.press(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
  }

  private press({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || altKey || metaKey) {
      return false;
    }

    const fine = shiftKey ? FINE : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: KEY_STEP / fine, ArrowRight: KEY_STEP / fine, ArrowDown: -KEY_STEP / fine, ArrowLeft: -KEY_STEP / fine,
      PageUp: PAGE_STEP, PageDown: -PAGE_STEP, Home: -1, End: 1,
    };
    if (key === "Delete" || key === "Backspace") {
      this.change(this.options.initial);
    } else if (key in steps) {
      this.turn(steps[key]);
    } else {
      return false;
    }

    return true;
  }

  private turn(by: number): void {
    this.change(Math.min(Math.max(this.value + by, 0), 1));
  }

  private change(value: number): void {
    this.set(value);
    this.options.change(value);
  }
}
