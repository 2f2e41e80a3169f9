import { readClipPattern } from "../midi/clipPattern.ts";
import { MidiError } from "../midi/midiError.ts";
import type { NearPoint } from "../midi/nearest.ts";
import { create } from "../view/dom.ts";
import { percent } from "./percent.ts";
import type { Session } from "./session.ts";

const NEIGHBOURS = 6;

// A clip is small; a file of this size is something else.
const MAX_BYTES = 4 << 20;

/** A MIDI clip that is dropped on the page, or chosen: goes to the beat most like it. */
export class ClipDrop {
  /** A button that asks for a file. */
  readonly element: HTMLElement;

  /**
   * @param found Called with the most similar beats, the best first.
   * @param say Told of what was found, or why not.
   */
  constructor(
    private readonly session: Session, private readonly found: (near: readonly NearPoint[]) => void,
    private readonly say: (text: string) => void,
  ) {
    const input = create("input", { type: "file", accept: ".mid,.midi,audio/midi", class: "unseen", tabindex: -1, "aria-hidden": "true" });
    const ask = create("button", { type: "button", title: "Go to the beat most like a MIDI clip; or drop one on the page" }, "Find a clip…");
    ask.addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      void this.take(input.files?.[0]);
      input.value = "";
    });
    this.element = create("span", {}, ask, input);
    document.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) {
        event.preventDefault();
        document.body.classList.add("is-dropping");
      }
    });
    document.addEventListener("dragleave", (event) => document.body.classList.toggle("is-dropping", event.relatedTarget !== null));
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      document.body.classList.remove("is-dropping");
      void this.take(event.dataTransfer?.files[0]);
    });
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file) {
      return;
    }

    try {
      if (file.size > MAX_BYTES) {
        throw new MidiError("it is too large for a MIDI clip");
      }

      const { pattern, swing } = readClipPattern(new Uint8Array(await file.arrayBuffer()));
      // The present place may be the best.
      const near = this.session.similarTo(pattern, NEIGHBOURS + 1);
      this.session.travel(near[0].point);
      this.session.play({ swing });
      this.found(near.slice(1));
      this.say(`${file.name} is most like beat ${near[0].point}: ${percent(near[0].similarity)} of the hits agree (F1).`);
    } catch (error) {
      this.say(`${file.name}: ${error instanceof MidiError ? error.message : String(error)}.`);
    }
  }
}
