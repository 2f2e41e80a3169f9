import { beatClip, type ClipPart } from "../midi/clip.ts";
import { isOfModel, readPoint, writePoint } from "../space/pointText.ts";
import { Choice } from "../view/choice.ts";
import { button, create, row, section } from "../view/dom.ts";
import type { AddressBar } from "./addressBar.ts";
import { MidiPorts } from "./midiPorts.ts";
import { MIDI_TYPE, saveFile } from "./saveFile.ts";
import type { Session } from "./session.ts";

/** Ways to take the beat along: a MIDI clip, the line of text that plugin and tool read, the page's address, and MIDI to a port. */
export class TakePanel {
  readonly element: HTMLElement;
  /** What is wanted most, to stand beside the beat. */
  readonly quick: HTMLElement;
  private readonly ports = new MidiPorts();
  private readonly line = create("input", { type: "text", class: "line", spellcheck: "false", "aria-label": "The beat as a line of text" });
  private readonly port: Choice<string>;

  /** @param say Told of what was done, or why not. */
  constructor(private readonly session: Session, private readonly address: AddressBar, private readonly say: (text: string) => void) {
    const clip = button("⬇ MIDI", "Save the two bars as a MIDI clip", () => this.save("drums"));
    const melody = button("⬇ Melody as MIDI", "Save the melody's two bars as a MIDI clip", () => this.save("melody"));
    const copyLine = button("Copy line", "Copy the line that the plugin and drumspace read", () => void this.copy(this.line.value, "line"));
    const copyLink = button("Copy link", "Copy this page's address with the beat", () => void this.copy(this.address.address, "link"));
    this.line.addEventListener("change", () => this.read());
    this.port = new Choice<string>("MIDI out", [["", "off"]], (id) => void this.choose(id));
    this.port.list.addEventListener("pointerdown", () => void this.find());
    this.port.list.addEventListener("focus", () => void this.find());
    const sounds = create("input", { type: "checkbox", role: "switch", checked: true });
    sounds.addEventListener("change", () => session.sound.setMuted(!sounds.checked));
    const show = () => {
      this.line.value = writePoint(session.beat.point, session.space.facts.model.fingerprint);
      melody.hidden = session.beat.melody === null;
    };
    session.listen((change) => {
      if (change === "point" || change === "beat" || change === "melody") {
        show();
      }
    });
    show();
    this.quick = row(clip, copyLink);
    this.quick.classList.add("quick");
    this.element = section(
      "Take", row(this.line, copyLine), row(this.port.element, create("label", { class: "switch" }, sounds, "Sound here"), melody));
  }

  private save(part: ClipPart): void {
    const { beat, here, settings, space } = this.session;
    const name = `${space.facts.model.name} ${here}${part === "melody" ? " melody" : ""}`;
    const file = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.mid`;
    saveFile(file, MIDI_TYPE, beatClip(beat, settings, part, name));
    this.say(`Saved ${file}.`);
  }

  private async copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.say(`Copied the ${what}.`);
    } catch {
      this.line.value = text;
      this.line.select();
      this.say(`The browser does not let the page copy: the ${what} is selected, press Ctrl+C.`);
    }
  }

  // A line that was typed or pasted.
  private read(): void {
    try {
      const named = readPoint(this.line.value);
      const { model } = this.session.space.facts;
      this.session.moveTo(named.point);
      if (!isOfModel(named, model)) {
        this.say(`The line was made with another model than ${model.name}, which plays another beat there.`);
      }
    } catch (error) {
      this.say(error instanceof RangeError ? error.message : String(error));
    }
  }

  private async find(): Promise<void> {
    try {
      await this.ports.open(() => this.showPorts());
      this.showPorts();
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error));
    }
  }

  private showPorts(): void {
    const chosen = this.port.list.value;
    this.port.setOptions([["", "off"], ...this.ports.all.map(({ id, name }) => [id, name] as const)]);
    this.port.set(chosen);
  }

  private choose(id: string): void {
    this.session.setMidiOut(id === "" ? null : this.ports.outTo(id));
    this.say(id === "" ? "MIDI out is off." : `MIDI goes to ${this.port.list.selectedOptions[0].text}.`);
  }
}
