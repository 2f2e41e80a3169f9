import { defaultMelody, MELODY_SCALES, type MelodyRequest, type MelodyRole, type MelodyScale } from "../music/melodyRequest.ts";
import { Choice } from "../view/choice.ts";
import { button, create, row, section } from "../view/dom.ts";
import { Knob } from "../view/knob.ts";
import { decibels, gainOf, percent } from "./percent.ts";
import type { Session } from "./session.ts";

const KEYS = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];
const SEEDS = 1024;

/** The voice that follows the beat, in key. */
export function melodyPanel(session: Session): HTMLElement {
  let request = defaultMelody("bass");
  const ask = (part: Partial<MelodyRequest>) => {
    request = { ...request, ...part };
    session.setMelody(isOn.checked ? request : null);
  };
  const isOn = create("input", { type: "checkbox", role: "switch" });
  isOn.addEventListener("change", () => ask({}));
  const role = new Choice<MelodyRole>("Role", [["bass", "bass"], ["lead", "lead"]], (value) => {
    const { instrument } = defaultMelody(value);
    ask({ role: value, instrument });
  });
  const key = new Choice<string>("Key", KEYS.map((name, tonic) => [String(tonic), name] as const), (value) => ask({ tonic: Number(value) }));
  const scale = new Choice<MelodyScale>("Scale", MELODY_SCALES.map((name) => [name, name] as const), (value) => ask({ scale: value }));
  const next = button("Next line", "Another melody to the same beat", () => ask({ seed: (request.seed + 1) % SEEDS }));
  const notes = new Knob({
    label: "Notes", description: "how many notes; the model's own at 50 %", initial: request.density, format: percent, isMelody: true,
    change: (value) => ask({ density: value }),
  });
  const follow = new Knob({
    label: "Follow", description: "how closely it follows the bass drum", initial: request.follow, format: percent, isMelody: true,
    change: (value) => ask({ follow: value }),
  });
  const level = new Knob({
    label: "Melody", description: "the loudness of the melody", initial: 0.75, format: decibels, isMelody: true,
    change: (value) => session.play({ melodyLevel: gainOf(value) }),
  });
  role.set(request.role);
  key.set(String(request.tonic));
  scale.set(request.scale);
  const toggle = create("label", { class: "switch" }, isOn, "Melody");
  const dials = create("div", { class: "knobs" }, notes.element, follow.element, level.element);
  return section("Melody", row(toggle, role.element, key.element, scale.element, next), dials);
}
