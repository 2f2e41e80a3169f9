import { walkClip } from "../midi/clip.ts";
import type { NearPoint } from "../midi/nearest.ts";
import { button, create, row, section } from "../view/dom.ts";
import { Choice } from "../view/choice.ts";
import type { Genre } from "../view/genres.ts";
import type { Place } from "../view/mapView.ts";
import { stopsAlong } from "./path.ts";
import { percent } from "./percent.ts";
import { MIDI_TYPE, saveFile } from "./saveFile.ts";
import type { Session } from "./session.ts";

const NEIGHBOURS = 6;
const NEIGHBOURS_DELAY_MS = 250;

/** Ways on from here: at random, to the most similar beats, along a way that is drawn or put together stop by stop. */
export class WanderPanel {
  readonly element: HTMLElement;
  private readonly near = create("div", { class: "near", role: "group", "aria-label": "The most similar beats" });
  private readonly end: HTMLButtonElement;
  private readonly save: HTMLButtonElement;
  private bars = 8;
  private timer = 0;

  /**
   * @param setDrawing Called with whether every drag on the map is to draw.
   * @param others Other controls that lead on.
   * @param say Told of what was done.
   */
  constructor(
    private readonly session: Session, private readonly genreOf: (point: number) => Genre, setDrawing: (isDrawing: boolean) => void,
    others: readonly Node[], private readonly say: (text: string) => void,
  ) {
    const random = button("Random", "A beat at random, of the lit genre", () => this.goAnywhere());
    const draw = create("button", { type: "button", "aria-pressed": "false", title: "Draw on the map; or hold Shift and drag" }, "Draw a path");
    draw.addEventListener("click", () => {
      const isDrawing = draw.getAttribute("aria-pressed") !== "true";
      draw.setAttribute("aria-pressed", String(isDrawing));
      setDrawing(isDrawing);
    });
    const add = button("Add this beat", "Put this beat at the end of the path", () => this.add());
    const length = new Choice<string>(
      "Path of", [4, 8, 16, 32].map((bars) => [String(bars), `${bars} bars`] as const), (value) => (this.bars = Number(value)));
    length.set(String(this.bars));
    this.end = button("End path", "Stay at the beat of the path that sounds", () => this.stay());
    this.save = button("⬇ Path", "Save the whole path as one MIDI file", () => this.export());
    session.listen((change) => {
      if (change === "walk" || change === "point") {
        this.showWalk();
        this.showNearSoon();
      }
    });
    this.showWalk();
    this.showNearSoon();
    this.element = section(
      "Wander", row(random, ...others, draw), row(length.element, add, this.end, this.save), create("h3", {}, "Like this beat"), this.near);
  }

  /** Plays a way that was drawn. */
  follow(path: readonly Place[]): void {
    const { index, isLit } = this.session;
    this.session.setWalk(stopsAlong(path, this.bars, ([x, y]) => index.nearest(x, y, 2, 1, isLit)));
    this.say(`A path of ${this.bars} bars plays, looped.`);
    void this.session.setPlaying(true);
  }

  /** Shows which beats are the most similar to a clip's. */
  showNear(near: readonly NearPoint[]): void {
    clearTimeout(this.timer);
    this.near.replaceChildren(...near.map(({ point, similarity }) => {
      const { name, color } = this.genreOf(point);
      const swatch = create("span", { class: "swatch", style: `background:${color}`, "aria-hidden": "true" });
      const go = create("button", { type: "button", title: `Beat ${point}` }, swatch, `${name} `, create("span", { class: "count" }, percent(similarity)));
      go.addEventListener("click", () => this.session.travel(point));
      return go;
    }));
  }

  private showWalk(): void {
    const isThere = this.session.walk !== null;
    this.end.hidden = this.save.hidden = !isThere;
  }

  // Later, once the hand rests: it compares with every beat of the map.
  private showNearSoon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const near = this.session.similarTo(this.session.beat.pattern, NEIGHBOURS + 1);
      // The same pattern elsewhere on the map leads nowhere.
      this.showNear(near.filter(({ similarity }) => similarity < 1).slice(0, NEIGHBOURS));
    }, NEIGHBOURS_DELAY_MS);
  }

  private goAnywhere(): void {
    const lit = [...this.session.index.order].filter(this.session.isLit);
    this.session.travel(lit[Math.floor(Math.random() * lit.length)]);
    void this.session.setPlaying(true);
  }

  private add(): void {
    const stops = [...(this.session.walk?.stops ?? []), this.session.here];
    this.session.setWalk(stops);
    this.say(`The path has ${stops.length} ${stops.length === 1 ? "bar" : "bars"}.`);
  }

  private stay(): void {
    const { walk, here } = this.session;
    this.session.travel(walk?.stops[this.session.place()?.walkIndex ?? -1] ?? here);
  }

  private export(): void {
    const { walk, settings, space } = this.session;
    if (walk) {
      saveFile(`drumspace-path-${walk.stops.length}-bars.mid`, MIDI_TYPE, walkClip(walk.beats, settings, `${space.facts.model.name} path`));
      this.say(`Saved the path of ${walk.stops.length} bars.`);
    }
  }
}
