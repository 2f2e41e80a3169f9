import { Camera } from "../view/camera.ts";
import { create } from "../view/dom.ts";
import type { Genre } from "../view/genres.ts";
import { Legend } from "../view/legend.ts";
import { MapGestures, type MapHand } from "../view/mapGestures.ts";
import type { Direction } from "../view/mapIndex.ts";
import { MapView, type Place } from "../view/mapView.ts";
import type { Theme } from "../view/theme.ts";
import { Tip } from "../view/tip.ts";
import type { Session } from "./session.ts";

// How near the pointer has to be, in pixels: to show a point, and to travel to it.
const HOVER_REACH = 14;
const TRAVEL_REACH = 48;
const KEY_ZOOM = 1.5;
const MARGIN = 26;
const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const HELP = "Arrow keys go to the nearest beat in that direction, Page Down and Page Up through all beats, Enter plays, "
  + "plus and minus zoom, 0 shows all.";

/** The map with its legend, under the hand and the keys. */
export class MapPane implements MapHand {
  readonly element: HTMLElement;
  readonly legend: Legend;
  readonly gestures: MapGestures;
  private readonly camera = new Camera();
  private readonly view: MapView;
  private readonly tip: Tip;
  private path: readonly Place[] = [];
  private coveredRight = 0;

  /** @param drawn Called with the points of the bars of a way that was drawn. */
  constructor(
    private readonly session: Session, private readonly genres: readonly Genre[], theme: Theme,
    private readonly drawn: (path: readonly Place[]) => void,
  ) {
    const { map } = session.space;
    this.view = new MapView(map, genres, this.camera, theme);
    this.tip = new Tip(theme);
    const help = create("span", { id: "map-help", class: "unseen" }, HELP);
    this.element = create("div", {
      class: "map", role: "application", tabindex: 0, "aria-roledescription": "map", "aria-describedby": "map-help",
      "aria-label": `Map of ${map.length.toLocaleString("en")} beats`,
    }, ...this.view.layers, this.tip.element, help);
    this.legend = new Legend(genres, (genre) => session.light(genre));
    this.gestures = new MapGestures(this.element, this.camera, this);
    this.element.addEventListener("keydown", (event) => this.press(event));
    session.listen((change) => {
      if (change === "point") {
        this.showHere();
      } else if (change === "lit") {
        this.view.setLit(session.lit);
      } else if (change === "walk") {
        this.view.setMarks({ stops: session.walk?.stops ?? [], stop: -1, path: session.walk ? this.path : [] });
      }
    });
    this.showHere();
  }

  /** Fits the map into the part of its box that nothing else covers. */
  layOut(covered: { readonly right: number; readonly top: number; readonly bottom: number }): void {
    const { width, height } = this.element.getBoundingClientRect();
    this.coveredRight = covered.right;
    this.camera.setArea({
      left: MARGIN, top: covered.top + MARGIN, width: Math.max(width - covered.right - 2 * MARGIN, 50),
      height: Math.max(height - covered.top - covered.bottom - 2 * MARGIN, 50),
    });
    this.view.repaint();
  }

  /** Shows which stop of the walk sounds; -1 for none. */
  setStop(stop: number): void {
    this.view.setMarks({ stop });
  }

  hover(at: { readonly x: number; readonly y: number } | null): void {
    const point = at ? this.pointAt(at.x, at.y, HOVER_REACH) : -1;
    this.view.setMarks({ hovered: point });
    if (at && point >= 0) {
      const { space, index } = this.session;
      const width = this.element.clientWidth - this.coveredRight;
      this.tip.show(at.x, at.y, width, point, this.genreOf(point), space.patternOf(point), index.atPlaceOf(point).length - 1);
    } else {
      this.tip.hide();
    }
  }

  travel(x: number, y: number, isFirst: boolean): void {
    const point = this.pointAt(x, y, TRAVEL_REACH);
    if (point >= 0 && (isFirst || point !== this.session.here)) {
      this.session.travel(isFirst ? this.nextAtPlace(point) : point);
    }

    if (isFirst) {
      void this.session.setPlaying(true);
    }
  }

  draw(path: readonly Place[], isDone: boolean): void {
    this.path = path;
    this.view.setMarks({ path, stops: [] });
    if (isDone) {
      this.drawn(path);
    }
  }

  moved(): void {
    this.tip.hide();
    this.view.repaint();
  }

  /** The genre of a point. */
  genreOf(point: number): Genre {
    const index = this.session.space.map.genre[point];
    return this.genres.find((genre) => genre.index === index) ?? this.genres[0];
  }

  private pointAt(x: number, y: number, reach: number): number {
    const [mapX, mapY] = this.camera.toMap(x, y);
    const stretch = this.camera.height / this.camera.width;
    return this.session.index.nearest(mapX, mapY, reach / this.camera.width, stretch, this.session.isLit);
  }

  // A second click on a place with several beats goes to the next of them.
  private nextAtPlace(point: number): number {
    const all = this.session.index.atPlaceOf(point).filter(this.session.isLit);
    const at = all.indexOf(this.session.here);
    return at >= 0 && this.session.isExact ? all[(at + 1) % all.length] : point;
  }

  private showHere(): void {
    const { here, isExact, trail, space } = this.session;
    this.view.setMarks({ here, isExact, trail, path: [], stops: [], stop: -1 });
    if (this.camera.reveal(space.map.x[here], space.map.y[here])) {
      this.view.repaint();
    }
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !this.run(event.key)) {
      return;
    }

    event.preventDefault();
  }

  private run(key: string): boolean {
    const { index, here, isLit } = this.session;
    if (key in ARROWS) {
      this.session.travel(index.towards(here, ARROWS[key], isLit));
    } else if (key === "PageDown" || key === "PageUp") {
      this.session.travel(index.along(here, key === "PageDown" ? 1 : -1, isLit));
    } else if (key === "Enter") {
      void this.session.setPlaying(true);
    } else if (key === "+" || key === "=" || key === "-") {
      this.camera.zoomBy(key === "-" ? 1 / KEY_ZOOM : KEY_ZOOM);
      this.centre();
    } else if (key === "0") {
      this.camera.reset();
      this.moved();
    } else {
      return false;
    }

    return true;
  }

  private centre(): void {
    const { map } = this.session.space;
    this.camera.reveal(map.x[this.session.here], map.y[this.session.here]);
    this.moved();
  }
}
