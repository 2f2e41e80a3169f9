import type { Beat, Groove } from "../music/beat.ts";
import { MAX_SEED, type BeatPoint, type Knobs } from "../music/beatPoint.ts";
import type { MelodyRequest } from "../music/melodyRequest.ts";
import type { LearntFill } from "../music/learntFill.ts";
import { CELLS, patternAt, type Pattern } from "../music/pattern.ts";
import { DEFAULT_SETTINGS, type PlaySettings } from "../music/playSettings.ts";
import type { Space } from "../space/space.ts";
import { FillModel, filled } from "./fillModel.ts";
import { GrooveModel } from "./grooveModel.ts";
import { KnobMapping } from "./knobMapping.ts";
import { MelodySampler } from "./melodySampler.ts";
import { PatternDecoder } from "./patternDecoder.ts";

/** Answers points of the space with beats, as the plugin's model service does: decode and vary, then groove, fill and melody. */
export class BeatModel {
  /** The mapping from knobs to the latent space and back. */
  readonly mapping: KnobMapping;
  private readonly decoder: PatternDecoder;
  private readonly groove: GrooveModel | null;
  private readonly fill: FillModel | null;
  private readonly melody: MelodySampler | null;
  private readonly thresholds: Float32Array;

  /** @throws SpaceError A network is damaged or unknown. */
  constructor({ facts, networks }: Pick<Space, "facts" | "networks">) {
    this.mapping = new KnobMapping(facts.model.quantiles);
    this.thresholds = Float32Array.from(facts.model.thresholds);
    this.decoder = new PatternDecoder(networks.decoder, facts.model);
    this.groove = networks.groove && new GrooveModel(networks.groove);
    this.fill = networks.fill && new FillModel(networks.fill);
    this.melody = networks.melody && new MelodySampler(networks.melody);
  }

  /** Whether beats have a groove. */
  get hasGroove(): boolean {
    return this.groove !== null;
  }

  /** Whether the groove plays takes. */
  get hasTakes(): boolean {
    return this.groove?.hasTakes ?? false;
  }

  /** Whether beats have a learnt fill. */
  get hasFill(): boolean {
    return this.fill !== null;
  }

  /** Whether beats can have a melody. */
  get hasMelody(): boolean {
    return this.melody !== null;
  }

  /**
   * The beat of a point, without a melody. Some milliseconds for the flagship: fast enough for every move of the pointer.
   * @param played For which tempo, and how loosely.
   */
  beat(point: BeatPoint, { tempo, looseness }: Pick<PlaySettings, "tempo" | "looseness"> = DEFAULT_SETTINGS): Beat {
    const exact = asSingle(point);
    const latent = this.mapping.toLatent(exact.knobs);
    const probabilities = this.decoder.decode(latent, exact.variation, exact.seed);
    const pattern = patternAt(probabilities, this.thresholds);
    const groove = (played: Pattern) => this.groove?.predict(played, { tempo, looseness, seed: exact.seed }) ?? null;
    const fill = this.fillOf(pattern, exact, groove);
    return { point: exact, latent, probabilities, thresholds: this.thresholds, pattern, groove: groove(pattern), fill, melody: null };
  }

  // Without variation all seeds are one. The groove is that of the pattern with the fill in its second bar.
  private fillOf(pattern: Pattern, { variation, seed }: BeatPoint, grooveOf: (pattern: Pattern) => Groove | null): LearntFill | null {
    if (!this.fill) {
      return null;
    }

    const probabilities = this.fill.generate(pattern, variation > 0 ? seed : 0);
    const groove = grooveOf(filled(pattern, probabilities));
    const bar = (values: Float32Array | undefined) => values?.subarray(CELLS - probabilities.length) ?? null;
    return { probabilities, velocities: bar(groove?.velocities), offsets: bar(groove?.offsets) };
  }

  /** A beat with the melody that follows it; the same beat where the model has no melody. Takes some ten times as long as the beat. */
  withMelody(beat: Beat, request: MelodyRequest): Beat {
    return this.melody ? { ...beat, melody: this.melody.sample(beat.pattern, request) } : beat;
  }
}

// In single precision, as the plugin and its line of text have it, and within its ranges.
function asSingle({ knobs, variation, seed }: BeatPoint): BeatPoint {
  const share = (value: number) => Math.fround(Math.min(Math.max(value, 0), 1));
  const [a, b, c, d] = knobs.map(share);
  return { knobs: [a, b, c, d] as Knobs, variation: share(variation), seed: Math.min(Math.max(Math.round(seed), 1), MAX_SEED) };
}
