import { MAX_SEED } from "../music/beatPoint.ts";
import type { FillInterval, PlaySettings } from "../music/playSettings.ts";
import { Choice } from "../view/choice.ts";
import { button, create, row, section } from "../view/dom.ts";
import { Knob } from "../view/knob.ts";
import { NumberField } from "../view/numberField.ts";
import { decibels, gainOf, percent } from "./percent.ts";
import type { Session } from "./session.ts";

const FILLS: readonly (readonly [FillInterval, string])[] = [
  ["pattern", "every 2nd bar"], ["4 bars", "every 4th bar"], ["8 bars", "every 8th bar"], ["16 bars", "every 16th bar"],
];

/** A knob of a setting, and how the setting's value is the knob's. */
interface SettingKnob {
  readonly knob: Knob;
  readonly read: (settings: PlaySettings) => number;
}

/** How the beat is varied and played, equal to the plugin's parameters of these names. */
export function playPanel(session: Session): HTMLElement {
  const setting = (
    label: string, description: string, initial: number, read: (settings: PlaySettings) => number,
    write: (value: number) => Partial<PlaySettings>, format = percent,
  ): SettingKnob => ({
    knob: new Knob({ label, description, initial, format, change: (value) => session.play(write(value)) }), read,
  });
  const variation = new Knob({
    label: "Variation", description: "how far the beat departs from the model's own", initial: 0, format: percent,
    change: (value) => session.moveTo({ ...session.beat.point, variation: value }),
  });
  const groove = session.model.hasGroove ? [
    setting("Dynamics", "how far loudness is the learnt drummer's", 0.7, (settings) => settings.grooveVelocity,
      (value) => ({ grooveVelocity: value })),
    setting("Timing", "how far hits leave the grid as the learnt drummer's", 0.7, (settings) => settings.grooveTiming,
      (value) => ({ grooveTiming: value })),
  ] : [];
  const looseness = session.model.hasTakes ? [
    setting("Looseness", "how much takes of the learnt drummer differ, by the seed", 0, (settings) => settings.looseness,
      (value) => ({ looseness: value })),
  ] : [];
  const knobs = [
    setting("Density", "how many hits are played; the model's own at 50 %", 0.5, (settings) => settings.density,
      (value) => ({ density: value })),
    setting("Swing", "how late every second 16th is; straight at 50 %", 0, (settings) => (settings.swing - 0.5) * 4,
      (value) => ({ swing: 0.5 + value / 4 }), (value) => percent(0.5 + value / 4)),
    setting("Fill", session.model.hasFill ? "how much of its bar a fill takes" : "how much fills thicken snare and toms", 0,
      (settings) => settings.fill, (value) => ({ fill: value })),
    ...groove, ...looseness,
    setting("Kit", "the loudness of the drums", 0.75, (settings) => Math.sqrt(settings.kitLevel),
      (value) => ({ kitLevel: gainOf(value) }), decibels),
  ];
  const seed = new NumberField("Seed", 1, MAX_SEED, 1, (value) => session.moveTo({ ...session.beat.point, seed: Math.round(value) }));
  const take = button("Next take", "The next seed of the variation", () => {
    const { point } = session.beat;
    const next = { ...point, seed: (point.seed % MAX_SEED) + 1, variation: point.variation === 0 ? 0.5 : point.variation };
    session.moveTo(next);
  });
  const fills = new Choice<FillInterval>("Fill", FILLS, (value) => session.play({ fillInterval: value }));
  const show = () => {
    variation.set(session.beat.point.variation);
    seed.set(session.beat.point.seed);
    fills.set(session.settings.fillInterval);
    knobs.forEach(({ knob, read }) => knob.set(read(session.settings)));
  };
  session.listen(show);
  show();
  const dials = create("div", { class: "knobs" }, variation.element, ...knobs.map(({ knob }) => knob.element));
  return section("Play", dials, row(take, seed.element, fills.element));
}
