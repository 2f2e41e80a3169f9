import type { Latent } from "../music/beatPoint.ts";
import { SpaceError } from "./spaceError.ts";

const HEADER = 12;
const POINT = 25;
const MAX_GENRE_BYTES = 64;

/**
 * A map of the latent space: encoded patterns laid out in the plane so that similar ones lie together. Several points can lie on one
 * place. It is read from the bundle's `map.bin`, whose format is the product's `PatternMapFormat`.
 */
export class PatternMap {
  private constructor(
    /** The names of the genres, by their index. */
    readonly genres: readonly string[],
    /** Of each point, 0 (left) to 1. */
    readonly x: Float32Array,
    /** Of each point, 0 (bottom) to 1. */
    readonly y: Float32Array,
    /** Of each point the index of its genre. */
    readonly genre: Uint8Array,
    private readonly latents: Float32Array,
  ) {}

  /** The number of points. */
  get length(): number {
    return this.x.length;
  }

  /** The latent of a point, in the model's units. */
  latentOf(point: number): Latent {
    const [a, b, c, d] = this.latents.subarray(4 * point, 4 * point + 4);
    return [a, b, c, d];
  }

  /** The point whose latent is nearest to one; of equally near ones the first. */
  nearestTo(latent: Latent): number {
    const { latents } = this;
    let [best, least] = [0, Infinity];
    for (let point = 0, at = 0; at < latents.length; point++, at += 4) {
      const distance = (latents[at] - latent[0]) ** 2 + (latents[at + 1] - latent[1]) ** 2
        + (latents[at + 2] - latent[2]) ** 2 + (latents[at + 3] - latent[3]) ** 2;
      if (distance < least) {
        [best, least] = [point, distance];
      }
    }

    return best;
  }

  /** Reads and checks a map. */
  static parse(bytes: Uint8Array): PatternMap {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    check(bytes.length >= HEADER && new TextDecoder().decode(bytes.subarray(0, 4)) === "DSMP", "it is not a map");
    check(view.getUint16(4, true) === 1, `version ${view.getUint16(4, true)} is not known here; this page reads 1`);
    const genres: string[] = [];
    let at = HEADER;
    for (let genre = 0; genre < view.getUint16(6, true); genre++) {
      const length = at < bytes.length ? bytes[at] : 0;
      check(length >= 1 && length <= MAX_GENRE_BYTES && at + length < bytes.length, `genre ${genre} has no valid name`);
      genres.push(new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + length)));
      at += 1 + length;
    }

    const count = view.getUint32(8, true);
    check(genres.length > 0 && count > 0, "it has no genre or no point");
    check(bytes.length - at === count * POINT, `${bytes.length - at} bytes of points are not ${count} points of ${POINT} bytes`);
    const [x, y, genre] = [new Float32Array(count), new Float32Array(count), new Uint8Array(count)];
    const latents = new Float32Array(4 * count);
    for (let point = 0; point < count; point++, at += POINT) {
      x[point] = view.getFloat32(at, true);
      y[point] = view.getFloat32(at + 4, true);
      for (let axis = 0; axis < 4; axis++) {
        latents[4 * point + axis] = view.getFloat32(at + 8 + 4 * axis, true);
      }

      genre[point] = bytes[at + 24];
      check(x[point] >= 0 && x[point] <= 1 && y[point] >= 0 && y[point] <= 1, `point ${point} lies outside 0 to 1`);
      check(genre[point] < genres.length, `point ${point} has genre ${genre[point]}, of ${genres.length}`);
      check(latents.subarray(4 * point, 4 * point + 4).every(Number.isFinite), `the latent of point ${point} is not finite`);
    }

    return new PatternMap(genres, x, y, genre, latents);
  }
}

function check(isValid: boolean, problem: string): void {
  if (!isValid) {
    throw new SpaceError("map", problem);
  }
}
