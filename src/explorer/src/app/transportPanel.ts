import type { BeatSwitch } from "../music/playSettings.ts";
import { create, row } from "../view/dom.ts";
import { NumberField } from "../view/numberField.ts";
import { Segments } from "../view/segments.ts";
import type { Session } from "./session.ts";

/** Start and stop, the tempo, and when a new beat takes over. */
export function transportPanel(session: Session): HTMLElement {
  const play = create("button", { type: "button", class: "play", "aria-pressed": "false", title: "Start or stop (space bar)" }, "▶ Play");
  play.addEventListener("click", () => void session.setPlaying(!session.sound.isPlaying));
  const tempo = new NumberField("BPM", 20, 300, 1, (value) => session.play({ tempo: value }));
  const turn = new Segments<BeatSwitch>("New beat at", ["step", "beat", "bar"], (value) => session.play({ switch: value }));
  const show = () => {
    const isPlaying = session.sound.isPlaying;
    play.textContent = isPlaying ? "■ Stop" : "▶ Play";
    play.setAttribute("aria-pressed", String(isPlaying));
    tempo.set(session.settings.tempo);
    turn.set(session.settings.switch);
  };
  session.listen(show);
  show();
  return create("section", { class: "transport", "aria-label": "Transport" }, row(play, tempo.element, turn.element));
}
