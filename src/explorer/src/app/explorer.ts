import { KnobMapping } from "../model/knobMapping.ts";
import type { Space } from "../space/space.ts";
import { create, row } from "../view/dom.ts";
import { genresOf, type Genre } from "../view/genres.ts";
import { GridView } from "../view/gridView.ts";
import { StatusLine } from "../view/statusLine.ts";
import { MapIndex } from "../view/mapIndex.ts";
import { readTheme } from "../view/theme.ts";
import { AddressBar } from "./addressBar.ts";
import { ClipDrop } from "./clipDrop.ts";
import { describePattern, describePlace } from "./describe.ts";
import { knobsPanel } from "./knobsPanel.ts";
import { MapPane } from "./mapPane.ts";
import { melodyPanel } from "./melodyPanel.ts";
import { playPanel } from "./playPanel.ts";
import { Session } from "./session.ts";
import { TakePanel } from "./takePanel.ts";
import { transportPanel } from "./transportPanel.ts";
import { WanderPanel } from "./wanderPanel.ts";

/** The page: puts its parts together, and keeps what all of them show up to date. */
export class Explorer {
  private readonly session: Session;
  private readonly genres: readonly Genre[];
  private readonly map: MapPane;
  private readonly grid: GridView;
  private readonly status = new StatusLine();
  private readonly place = create("p", { class: "place" });
  private readonly warning = create("p", { class: "warning", role: "alert", hidden: true });
  private readonly panel: HTMLElement;
  private readonly header: HTMLElement;
  private readonly names: readonly string[];
  private frame = 0;
  private shownPass = 0;
  private shownStop = -1;

  constructor(private readonly space: Space, private readonly root: HTMLElement) {
    const theme = readTheme();
    this.genres = genresOf(space.map);
    this.session = new Session(space, new MapIndex(space.map), startOf(space, this.genres));
    this.names = space.facts.voices.map(({ name }) => name);
    this.grid = new GridView(this.names, theme);
    this.map = new MapPane(this.session, this.genres, theme, (path) => wander.follow(path));
    const say = (text: string) => this.status.sayNow(text);
    const drop = new ClipDrop(this.session, (near) => wander.showNear(near), say);
    const setDrawing = (isDrawing: boolean) => (this.map.gestures.isDrawing = isDrawing);
    const wander = new WanderPanel(this.session, (point) => this.map.genreOf(point), setDrawing, [drop.element], say);
    const address = new AddressBar(this.session, (problem) => this.warn(problem));
    this.header = this.makeHeader();
    const take = new TakePanel(this.session, address, say);
    const beat = create("section", { "aria-label": "Beat" }, row(this.place, take.quick), this.grid.element);
    this.panel = create(
      "div", { class: "panel" }, transportPanel(this.session), beat, knobsPanel(this.session), playPanel(this.session), wander.element,
      ...(this.session.model.hasMelody ? [melodyPanel(this.session)] : []), take.element);
    this.root.replaceChildren(this.header, this.map.element, this.map.legend.element, this.panel);
    this.session.listen((change) => {
      if (change === "point") {
        this.status.say(this.describe());
      }

      this.show();
      this.run();
    });
    document.addEventListener("keydown", (event) => this.press(event));
    const observer = new ResizeObserver(() => this.layOut());
    [this.map.element, this.panel, this.map.legend.element, this.header].forEach((element) => observer.observe(element));
    this.layOut();
    this.show();
  }

  private makeHeader(): HTMLElement {
    const { model, tool } = this.space.facts;
    const count = this.space.map.length.toLocaleString("en");
    const of = `${model.name}${model.version ? `, ${model.version}` : ""}: ${count} beats, ${this.genres.length} genres`;
    const about = create("p", { class: "about", title: model.summary ?? "" }, of);
    return create("header", { title: `DrumSpace ${tool.version}` }, create("h1", {}, "DrumSpace"), about, this.status.element, this.warning);
  }

  private warn(problem: string | null): void {
    this.warning.hidden = problem === null;
    this.warning.textContent = problem;
  }

  private show(): void {
    const { beat, settings } = this.session;
    const place = this.session.place();
    this.place.textContent = place && place.walkIndex >= 0 ? this.describeStop(place.walkIndex) : this.describePlace();
    this.shownPass = place ? place.songStep - place.step : 0;
    this.grid.show(place && place.walkIndex >= 0 ? place.beat : beat, settings, this.shownPass);
  }

  private describePlace(): string {
    const { here, isExact, index } = this.session;
    return describePlace(here, this.map.genreOf(here), index.atPlaceOf(here), isExact);
  }

  private describeStop(stop: number): string {
    const stops = this.session.walk?.stops ?? [];
    const point = stops.at(stop) ?? this.session.here;
    return `Bar ${stop + 1} of ${stops.length}: ${describePlace(point, this.map.genreOf(point), [], true)}`;
  }

  private describe(): string {
    return `${this.describePlace()}. ${describePattern(this.session.beat.pattern, this.names)}.`;
  }

  // Follows the song with each frame while it plays.
  private run(): void {
    if (this.frame !== 0 || !this.session.sound.isPlaying) {
      return;
    }

    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const place = this.session.place();
      this.grid.setPlayhead(place?.step ?? -1);
      const stop = place?.walkIndex ?? -1;
      this.map.setStop(stop);
      if (stop !== this.shownStop || (place && place.songStep - place.step !== this.shownPass)) {
        this.shownStop = stop;
        this.show();
      }

      this.run();
    });
  }

  // The space bar plays and stops, unless the focus is where it has a meaning.
  private press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const isTaken = target.closest("button, input, select, a, summary") !== null;
    if (event.key === " " && !isTaken && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      void this.session.setPlaying(!this.session.sound.isPlaying);
    }
  }

  private layOut(): void {
    const map = this.map.element.getBoundingClientRect();
    const covers = (element: HTMLElement) => {
      const box = element.getBoundingClientRect();
      return box.bottom > map.top && box.top < map.bottom && box.right > map.left && box.left < map.right ? box : null;
    };
    const [panel, legend, header] = [covers(this.panel), covers(this.map.legend.element), covers(this.header)];
    this.map.layOut({
      right: panel && panel.left > map.left + map.width / 3 ? map.right - panel.left : 0,
      top: header ? header.bottom - map.top : 0,
      bottom: legend ? map.bottom - legend.top : 0,
    });
  }
}

// The most ordinary beat of the largest genre: its knobs are nearest to their middle.
function startOf({ map, facts }: Space, genres: readonly Genre[]): number {
  const mapping = new KnobMapping(facts.model.quantiles);
  let [start, least] = [0, Infinity];
  map.genre.forEach((genre, point) => {
    const distance = genre === genres[0].index
      ? mapping.toKnobs(map.latentOf(point)).reduce((sum, knob) => sum + (knob - 0.5) ** 2, 0) : Infinity;
    if (distance < least) {
      [start, least] = [point, distance];
    }
  });
  return start;
}
