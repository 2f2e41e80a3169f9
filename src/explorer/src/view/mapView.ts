import type { PatternMap } from "../space/patternMap.ts";
import type { Camera } from "./camera.ts";
import { fitCanvas, pageScale } from "./canvas.ts";
import { create } from "./dom.ts";
import { genreLabels, type GenreLabel } from "./genreLabels.ts";
import type { Genre } from "./genres.ts";
import type { Theme } from "./theme.ts";

/** A place on the map, 0 to 1 each. */
export type Place = readonly [x: number, y: number];

/** What is shown over the points. */
export interface MapMarks {
  /** The point where one is; -1 for none. */
  readonly here: number;
  /** Whether the beat is that point's, and not only near it. */
  readonly isExact: boolean;
  /** The point under the pointer; -1 for none. */
  readonly hovered: number;
  /** The points travelled lately, the last one first. */
  readonly trail: readonly number[];
  /** The way that is or was drawn. */
  readonly path: readonly Place[];
  /** The points of the bars of that way. */
  readonly stops: readonly number[];
  /** Which of them sounds; -1 for none. */
  readonly stop: number;
}

const NO_MARKS: MapMarks = { here: -1, isExact: false, hovered: -1, trail: [], path: [], stops: [], stop: -1 };
const FULL_TURN = 2 * Math.PI;

/** Paints the map: points by genre on one canvas, painted when the camera or the lit genre changes, and what moves on another. */
export class MapView {
  /** Both canvases, to be put into the map's box. */
  readonly layers: readonly HTMLCanvasElement[];
  private readonly points = create("canvas", { "aria-hidden": "true" });
  private readonly marksLayer = create("canvas", { "aria-hidden": "true" });
  private readonly byGenre: Uint32Array[];
  private readonly labels: GenreLabel[];
  private marks = NO_MARKS;
  private lit: number | null = null;
  private frame = 0;
  private arePointsOld = true;
  private scale = 1;

  constructor(
    private readonly map: PatternMap, private readonly genres: readonly Genre[], private readonly camera: Camera,
    private readonly theme: Theme,
  ) {
    this.layers = [this.points, this.marksLayer];
    this.labels = genreLabels(map, genres);
    const byIndex = map.genres.map((): number[] => []);
    map.genre.forEach((genre, point) => byIndex[genre].push(point));
    this.byGenre = genres.map((genre) => Uint32Array.from(byIndex[genre.index]));
  }

  /** Lights one genre and greys the others; null lights all. */
  setLit(genre: number | null): void {
    this.lit = genre;
    this.repaint();
  }

  /** Changes some of the marks. */
  setMarks(marks: Partial<MapMarks>): void {
    this.marks = { ...this.marks, ...marks };
    this.request();
  }

  /** Paints all of it again, with the next frame. */
  repaint(): void {
    this.arePointsOld = true;
    this.request();
  }

  private request(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (this.arePointsOld) {
        this.arePointsOld = false;
        this.scale = pageScale();
        this.paintPoints();
      }

      this.paintMarks();
    });
  }

  private paintPoints(): void {
    const context = fitCanvas(this.points);
    if (!context) {
      return;
    }

    // Grey ones first, so that the lit ones lie on top; the small genres over the large.
    const isLit = (genre: Genre) => this.lit === null || genre.index === this.lit;
    for (const pass of [false, true]) {
      this.genres.forEach((genre, rank) => {
        if (isLit(genre) === pass) {
          context.fillStyle = pass ? genre.color : this.theme.unlit;
          this.fillPoints(context, this.byGenre[rank], this.lit !== null && pass ? 1 : 0);
        }
      });
    }

    this.paintLabels(context);
  }

  // Squares: on a software rasterizer, ten times as fast as discs, and as good at this size.
  private fillPoints(context: CanvasRenderingContext2D, points: Uint32Array, extra: number): void {
    const { camera, map } = this;
    const { clientWidth, clientHeight } = this.points;
    // Dense maps get smaller points; they grow as the map is zoomed.
    const base = Math.min(Math.max(Math.sqrt((camera.width * camera.height) / camera.zoom ** 2 / map.length) * 0.38, 1.6), 5 * this.scale);
    const size = Math.min(base * camera.zoom ** 0.4, 11 * this.scale) + extra;
    for (const point of points) {
      const [x, y] = [camera.screenX(map.x[point]) - size / 2, camera.screenY(map.y[point]) - size / 2];
      if (x > -size && y > -size && x < clientWidth && y < clientHeight) {
        context.fillRect(x, y, size, size);
      }
    }
  }

  // The names of the largest genres first; one that would cover another is left out.
  private paintLabels(context: CanvasRenderingContext2D): void {
    const taken: DOMRect[] = [];
    context.font = `600 ${13 * this.scale}px ${this.theme.font}`;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const { genre, x, y } of this.labels) {
      if (this.lit !== null && genre.index !== this.lit) {
        continue;
      }

      const width = context.measureText(genre.name).width;
      const middle = this.camera.screenY(y);
      // Names at the map's right edge stay whole.
      const left = Math.min(this.camera.screenX(x), this.points.clientWidth - width - 6);
      const { scale } = this;
      const box = new DOMRect(left - 12 * scale, middle - 11 * scale, width + 22 * scale, 22 * scale);
      if (taken.some((other) => other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom)) {
        continue;
      }

      taken.push(box);
      context.strokeStyle = this.theme.well;
      context.lineWidth = 4 * scale;
      context.strokeText(genre.name, left, middle);
      context.fillStyle = this.theme.text;
      context.fillText(genre.name, left, middle);
      context.fillStyle = genre.color;
      circle(context, left - 7 * scale, middle, 3.5 * scale);
      context.fill();
    }
  }

  private paintMarks(): void {
    const context = fitCanvas(this.marksLayer);
    if (!context) {
      return;
    }

    const { marks, theme } = this;
    context.lineCap = context.lineJoin = "round";
    this.paintTrail(context);
    this.line(context, marks.path, theme.melody, 2.5);
    marks.stops.forEach((point, bar) => this.dot(context, point, bar === marks.stop ? 7 : 4, bar === marks.stop));
    if (marks.here >= 0) {
      this.ring(context, marks.here, 10, theme.well, 5);
      this.ring(context, marks.here, 10, theme.accent, 2.5);
      if (marks.isExact) {
        this.ring(context, marks.here, 4, theme.playhead, 2.5);
      }
    }

    if (marks.hovered >= 0) {
      this.ring(context, marks.hovered, 7, theme.text, 1.5);
    }
  }

  // The last part of the way is the brightest.
  private paintTrail(context: CanvasRenderingContext2D): void {
    const { trail } = this.marks;
    for (let i = trail.length - 1; i > 0; i--) {
      context.globalAlpha = 0.75 * (1 - (i - 1) / trail.length);
      this.line(context, [this.placeOf(trail[i]), this.placeOf(trail[i - 1])], this.theme.accent, 1.5);
    }

    context.globalAlpha = 1;
  }

  private line(context: CanvasRenderingContext2D, places: readonly Place[], color: string, width: number): void {
    context.beginPath();
    places.forEach(([x, y]) => context.lineTo(this.camera.screenX(x), this.camera.screenY(y)));
    context.strokeStyle = color;
    context.lineWidth = width * this.scale;
    context.stroke();
  }

  private dot(context: CanvasRenderingContext2D, point: number, radius: number, isFull: boolean): void {
    const [x, y] = this.placeOf(point);
    circle(context, this.camera.screenX(x), this.camera.screenY(y), radius * this.scale);
    context.fillStyle = isFull ? this.theme.melody : this.theme.well;
    context.fill();
    context.strokeStyle = this.theme.melody;
    context.lineWidth = 2;
    context.stroke();
  }

  private ring(context: CanvasRenderingContext2D, point: number, radius: number, color: string, width: number): void {
    const [x, y] = this.placeOf(point);
    circle(context, this.camera.screenX(x), this.camera.screenY(y), radius * this.scale);
    context.strokeStyle = color;
    context.lineWidth = width * this.scale;
    context.stroke();
  }

  private placeOf(point: number): Place {
    return [this.map.x[point], this.map.y[point]];
  }
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_TURN);
}
