import KDBush from "kdbush";
import type { PatternMap } from "../space/patternMap.ts";

/** A direction of the arrow keys. */
export type Direction = "left" | "right" | "up" | "down";

// Points of the Hilbert curve a side: finer than the points lie.
const CURVE = 1 << 12;

/** Finds the points of a map: by place, in a direction, and one after another. */
export class MapIndex {
  /** All points in the order of a Hilbert curve, so that the next one is near and those of one place follow each other. */
  readonly order: Uint32Array;
  private readonly rank: Uint32Array;
  private readonly tree: KDBush;

  constructor(private readonly map: PatternMap) {
    this.tree = new KDBush(map.length, 64, Float32Array);
    const keys = new Float64Array(map.length);
    for (let point = 0; point < map.length; point++) {
      this.tree.add(map.x[point], map.y[point]);
      keys[point] = hilbertKey(Math.floor(map.x[point] * (CURVE - 1)), Math.floor(map.y[point] * (CURVE - 1)));
    }

    this.tree.finish();
    this.order = Uint32Array.from({ length: map.length }, (_, point) => point).sort((one, other) => keys[one] - keys[other]
      || map.x[one] - map.x[other] || map.y[one] - map.y[other] || one - other);
    this.rank = new Uint32Array(map.length);
    this.order.forEach((point, rank) => (this.rank[point] = rank));
  }

  /**
   * The point nearest to a place.
   * @param x On the map, 0 to 1.
   * @param y On the map, 0 to 1.
   * @param radius How far it may lie, by the map's width.
   * @param stretch The map's height by its width, as it is seen.
   * @param accepts Which points count.
   * @returns -1 where there is none.
   */
  nearest(x: number, y: number, radius: number, stretch: number, accepts: (point: number) => boolean): number {
    let [best, least] = [-1, radius * radius];
    for (const point of this.tree.range(x - radius, y - radius / stretch, x + radius, y + radius / stretch)) {
      const distance = (this.map.x[point] - x) ** 2 + ((this.map.y[point] - y) * stretch) ** 2;
      // Of several on one place the first, which the search does not find in order.
      if ((distance < least || (distance === least && point < best)) && accepts(point)) {
        [best, least] = [point, distance];
      }
    }

    return best;
  }

  /** All points on the place of a point, itself included, in order of their numbers. */
  atPlaceOf(point: number): number[] {
    const { x, y } = this.map;
    return this.tree.range(x[point], y[point], x[point], y[point]).sort((one, other) => one - other);
  }

  /** The nearest point of the quarter in a direction; the point itself where there is none. */
  towards(point: number, direction: Direction, accepts: (point: number) => boolean): number {
    const { x, y } = this.map;
    const isAcross = direction === "left" || direction === "right";
    const sign = direction === "left" || direction === "down" ? -1 : 1;
    let [best, least] = [point, Infinity];
    for (let other = 0; other < this.map.length; other++) {
      const [dx, dy] = [x[other] - x[point], y[other] - y[point]];
      const [ahead, aside] = isAcross ? [sign * dx, dy] : [sign * dy, dx];
      // Sideways counts double: straight ahead is what the key means.
      const distance = ahead * ahead + 2 * aside * aside;
      if (ahead > 0 && Math.abs(aside) <= ahead && distance < least && accepts(other)) {
        [best, least] = [other, distance];
      }
    }

    return best;
  }

  /** The point some places further in {@link order}, around its end; only points that count are counted. */
  along(point: number, step: 1 | -1, accepts: (point: number) => boolean): number {
    const count = this.order.length;
    for (let i = 1; i < count; i++) {
      const other = this.order[(this.rank[point] + step * i + i * count) % count];
      if (accepts(other)) {
        return other;
      }
    }

    return point;
  }
}

// The position of a cell along the Hilbert curve (after Warren, Hacker's Delight, 16-1): neighbours along it are neighbours in the plane.
function hilbertKey(x: number, y: number): number {
  let key = 0;
  for (let side = CURVE >> 1; side > 0; side >>= 1) {
    const [right, upper] = [(x & side) > 0 ? 1 : 0, (y & side) > 0 ? 1 : 0];
    key += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        [x, y] = [CURVE - 1 - x, CURVE - 1 - y];
      }

      [x, y] = [y, x];
    }
  }

  return key;
}
