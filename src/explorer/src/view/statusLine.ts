import { create } from "./dom.ts";

// Long enough that a drag or a held key says only where it ended.
const QUIET_MS = 350;

/** A line of what happened last: a polite live region, which screen readers say when they have the time. */
export class StatusLine {
  readonly element = create("p", { class: "status", role: "status", "aria-live": "polite" });
  private timer = 0;

  /** Says something once nothing else was said for a moment. */
  say(text: string): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.sayNow(text), QUIET_MS);
  }

  /** Says something at once. */
  sayNow(text: string): void {
    clearTimeout(this.timer);
    this.element.textContent = text;
  }
}
