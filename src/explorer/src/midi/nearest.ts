import { distance, hitCount, similarity, type Pattern } from "../music/pattern.ts";
import type { Space } from "../space/space.ts";

/** A point of the map whose pattern is like a given one. */
export interface NearPoint {
  readonly point: number;
  /** The F1 of its pattern's hits: 1 for the same hits. */
  readonly similarity: number;
}

/**
 * The points of the map whose patterns are most like a given one, by the product's measure, the F1 of the hits; no two of the same pattern,
 * and of equal ones the first on the map.
 */
export function nearestToPattern(space: Space, pattern: Pattern, count: number): NearPoint[] {
  const hits = hitCount(pattern);
  const dissimilarity = Float64Array.from({ length: space.map.length }, (_, point) => {
    const other = space.patternOf(point);
    const both = hits + hitCount(other);
    return both === 0 ? 0 : distance(pattern, other) / both;
  });
  const order = Array.from(dissimilarity.keys()).sort((one, other) => dissimilarity[one] - dissimilarity[other] || one - other);
  const seen = new Set<string>();
  const nearest: NearPoint[] = [];
  for (let i = 0; i < order.length && nearest.length < count; i++) {
    const found = space.patternOf(order[i]);
    const key = found.join();
    if (!seen.has(key)) {
      seen.add(key);
      nearest.push({ point: order[i], similarity: similarity(pattern, found) });
    }
  }

  return nearest;
}
