import type { BeatPoint, Knobs } from "../music/beatPoint.ts";
import { create, section } from "../view/dom.ts";
import { Knob } from "../view/knob.ts";
import { percent } from "./percent.ts";
import type { Session } from "./session.ts";

const HINT = "Drag or turn the wheel; Shift is fine, a double click resets.";

/** The four knobs of the space, with what the model's makers measured each to mean. */
export function knobsPanel(session: Session): HTMLElement {
  const axes = session.space.facts.model.axes;
  const meaning = create("p", { class: "meaning" }, HINT);
  const knobs = [0, 1, 2, 3].map((axis) => {
    const { name, description } = axes?.[axis] ?? { name: `Z${axis + 1}`, description: "a coordinate of the space" };
    const knob = new Knob({
      label: name, description, initial: 0.5, format: percent, isLarge: true,
      change: (value) => session.moveTo(withKnob(session.beat.point, axis, value)),
    });
    const explain = () => (meaning.textContent = `${name}: ${description}`);
    const rest = () => (meaning.textContent = HINT);
    knob.element.addEventListener("pointerenter", explain);
    knob.element.addEventListener("focusin", explain);
    knob.element.addEventListener("pointerleave", rest);
    knob.element.addEventListener("focusout", rest);
    return knob;
  });
  const show = () => knobs.forEach((knob, axis) => knob.set(session.beat.point.knobs[axis]));
  session.listen((change) => {
    if (change === "point") {
      show();
    }
  });
  show();
  return section("Space", create("div", { class: "knobs" }, ...knobs.map(({ element }) => element)), meaning);
}

function withKnob(point: BeatPoint, axis: number, value: number): BeatPoint {
  return { ...point, knobs: point.knobs.map((knob, i) => (i === axis ? value : knob)) as unknown as Knobs };
}
