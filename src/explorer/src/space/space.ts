import { STEPS, type Pattern } from "../music/pattern.ts";
import { readBlob } from "./blob.ts";
import type { Facts } from "./facts.ts";
import { readFacts } from "./factsReader.ts";
import { PatternMap } from "./patternMap.ts";
import { SpaceError } from "./spaceError.ts";

/** Gives the text of a part of the page by its id; null where the page has none. */
export type PartSource = (id: string) => string | null;

/** All that the tool put into the page: a model, its map and the kit, checked. */
export class Space {
  private constructor(
    readonly facts: Facts,
    /** The ONNX files; all but the decoder are null where the bundle has none. */
    readonly networks: {
      readonly decoder: Uint8Array;
      readonly groove: Uint8Array | null;
      readonly fill: Uint8Array | null;
      readonly melody: Uint8Array | null;
    },
    readonly map: PatternMap,
    private readonly patterns: Uint16Array,
    /** The mono sample of each voice at the kit's rate, -1 to 1. */
    readonly samples: readonly Float32Array[],
  ) {}

  /** The pattern of a point of the map without variation, as the product's own decoder has it. Not to be changed. */
  patternOf(point: number): Pattern {
    return this.patterns.subarray(point * STEPS, (point + 1) * STEPS);
  }

  /**
   * Reads a page.
   * @param source For example `(id) => document.getElementById(id)?.textContent ?? null`.
   * @throws SpaceError A part is missing or damaged.
   */
  static async read(source: PartSource): Promise<Space> {
    const facts = readFacts(textOf(source, "facts"));
    const optional = async (id: string) => (source(id) === null ? null : readBlob(id, textOf(source, id)));
    const [decoder, groove, fill, melody, mapBytes, patterns, kit] = await Promise.all([
      readBlob("decoder", textOf(source, "decoder")), optional("groove"), optional("fill"), optional("melody"),
      readBlob("map", textOf(source, "map")), readBlob("patterns", textOf(source, "patterns")), readBlob("kit", textOf(source, "kit")),
    ]);
    const map = PatternMap.parse(mapBytes);
    const masks = wordsOf(patterns);
    if (masks.length !== map.length * STEPS || patterns.length !== 2 * masks.length) {
      throw new SpaceError("patterns", `${patterns.length} bytes are not the patterns of ${map.length} points`);
    }

    return new Space(facts, { decoder, groove, fill, melody }, map, masks, samplesOf(kit, facts.kit.lengths));
  }
}

function textOf(source: PartSource, id: string): string {
  const text = source(id);
  if (text === null) {
    throw new SpaceError(id, "the page has none");
  }

  return text;
}

function wordsOf(bytes: Uint8Array): Uint16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: bytes.length >> 1 }, (_, i) => view.getUint16(2 * i, true));
}

function samplesOf(kit: Uint8Array, lengths: readonly number[]): Float32Array[] {
  const words = wordsOf(kit);
  const frames = lengths.reduce((sum, length) => sum + length, 0);
  if (kit.length !== 2 * frames) {
    throw new SpaceError("kit", `${kit.length} bytes are not ${frames} frames of 16 bits`);
  }

  let at = 0;
  return lengths.map((length) => {
    const sample = Float32Array.from(words.subarray(at, at + length), (word) => ((word << 16) >> 16) / 32767);
    at += length;
    return sample;
  });
}
