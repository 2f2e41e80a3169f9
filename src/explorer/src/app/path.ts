import type { Place } from "../view/mapView.ts";

/**
 * The points to stop at along a way, a bar each: those nearest to places that are evenly spaced along it, from its start to its end.
 * @param path At least one place.
 * @param bars At least 2.
 * @param nearest Finds the point nearest to a place; -1 for none.
 */
export function stopsAlong(path: readonly Place[], bars: number, nearest: (place: Place) => number): number[] {
  const lengths = path.map((place, i) => (i === 0 ? 0 : Math.hypot(place[0] - path[i - 1][0], place[1] - path[i - 1][1])));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return Array.from({ length: bars }, (_, bar) => nearest(placeAt(path, lengths, (total * bar) / (bars - 1)))).filter((point) => point >= 0);
}

function placeAt(path: readonly Place[], lengths: readonly number[], distance: number): Place {
  let rest = distance;
  for (let i = 1; i < path.length; i++) {
    if (rest <= lengths[i] && lengths[i] > 0) {
      const part = rest / lengths[i];
      return [path[i - 1][0] + part * (path[i][0] - path[i - 1][0]), path[i - 1][1] + part * (path[i][1] - path[i - 1][1])];
    }

    rest -= lengths[i];
  }

  return path[path.length - 1];
}
