/** The meaning of a latent axis. */
export interface AxisFacts {
  readonly name: string;
  readonly description: string;
}

/** What the page knows of its model. */
export interface ModelFacts {
  readonly name: string;
  /** The UTC day on which it was trained, as yyyy-mm-dd; null for models from before bundles had it. */
  readonly version: string | null;
  /** 64 lower-case hexadecimal digits: models with equal fingerprints play equal patterns. */
  readonly fingerprint: string;
  /** Fingerprints that earlier versions of DrumSpace gave this model: addresses that name one mean it. */
  readonly formerFingerprints?: readonly string[];
  /** 14 thresholds, above 0 and below 1. */
  readonly thresholds: readonly number[];
  /** Four tables of 2 to 1025 quantiles of the encoded training set. */
  readonly quantiles: readonly (readonly number[])[];
  /** Four axes; null where they were given no meaning. */
  readonly axes: readonly AxisFacts[] | null;
  /** The width of the decoder's residual latent; 0 where it has none. */
  readonly variations: number;
  /** The first paragraph of the model's card. */
  readonly summary: string | null;
}

/** A drum of the kit. */
export interface VoiceFacts {
  readonly id: string;
  readonly name: string;
  /** Its General MIDI note. */
  readonly note: number;
  /** 0 left to 1 right. */
  readonly pan: number;
}

/** The kit's samples. */
export interface KitFacts {
  /** Frames a second. */
  readonly sampleRate: number;
  /** Frames of each drum's sample. */
  readonly lengths: readonly number[];
  /** Seconds in which a stroke fades when its drum is struck again. */
  readonly restrikeFade: number;
  /** Seconds in which a closed hi-hat chokes the open one. */
  readonly chokeFade: number;
}

/** A patch of the melody's synthesizer, as the engine's `SynthPatch`: gains linear, times in seconds, cutoffs in harmonics. */
export interface PatchFacts {
  readonly detune: number;
  readonly secondGain: number;
  readonly cutoff: number;
  readonly sweep: number;
  readonly sweepTime: number;
  readonly damping: number;
  readonly sustain: number;
  readonly decay: number;
  readonly release: number;
  readonly portamento: number;
  readonly gain: number;
}

/** What the tool tells the page besides the blobs. */
export interface Facts {
  readonly formatVersion: 1;
  readonly tool: { readonly version: string };
  readonly model: ModelFacts;
  readonly voices: readonly VoiceFacts[];
  readonly kit: KitFacts;
  readonly synth: { readonly lead: PatchFacts; readonly bass: PatchFacts };
}
