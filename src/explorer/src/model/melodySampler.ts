import type { MelodyPhrase } from "../music/melodyPhrase.ts";
import { MELODY_SCALES, type MelodyRequest } from "../music/melodyRequest.ts";
import { CELLS, STEPS, STEPS_PER_BAR, Voice, writeCells, type Pattern } from "../music/pattern.ts";
import { MelodyDraw } from "./melodyDraw.ts";
import { FIRST_NOTE, REST_TOKEN, TOKENS, stepOf } from "./melodyToken.ts";
import { Network } from "./network.ts";

const STATE = 128;

// The bias on the logits of notes at full density, and where the bass drum is hit at full follow.
const DENSITY_REACH = 1.5;
const FOLLOW_REACH = 3;

// Role, instrument, tonic, mode and octave, each one-hot.
const SETTING_WIDTHS = [2, 16, 12, 2, 8];

// The scales' degrees, in the order of MELODY_SCALES: bit d for the tone d semitones above the tonic.
const DEGREES = [
  0b1010_1011_0101, 0b0101_1010_1101, 0b0110_1010_1101, 0b0110_1011_0101, 0b1001_1010_1101, 0b0010_1001_0101, 0b0100_1010_1001,
  0b0100_1110_1001, 0xfff,
];

/** Generates melodies that follow a drum pattern, by sampling the network step by step. */
export class MelodySampler {
  private readonly network: Network;

  /** @param file The bundle's melody.onnx. */
  constructor(file: Uint8Array) {
    const inputs = [
      { name: "drums", width: CELLS }, { name: "step", width: STEPS }, { name: "previous", width: TOKENS },
      { name: "bar_before", width: TOKENS }, { name: "setting", width: 40 }, { name: "state", width: STATE },
    ];
    this.network = new Network("melody", file, inputs, [{ name: "logits", width: TOKENS }, { name: "next_state", width: STATE }]);
  }

  /** Generates the melody of a request. Equal arguments give equal melodies. */
  sample(pattern: Pattern, request: MelodyRequest): MelodyPhrase {
    const degrees = DEGREES[MELODY_SCALES.indexOf(request.scale)];
    const octave = request.role === "lead" ? 4 : request.tonic >= 4 ? 1 : 2;
    const anchor = 12 * (octave + 1) + request.tonic;
    this.writeSetting([request.role === "bass" ? 1 : 0, request.instrument, request.tonic, modeOf(degrees), octave]);
    this.network.values("state").fill(0);
    const draw = new MelodyDraw(request.seed);
    const phrase = new Int8Array(STEPS);
    const tokens: number[] = [];
    for (let step = 0; step < STEPS; step++) {
      const logits = this.forward(pattern, step, tokens);
      const bias = onsetBias(request, ((pattern[step] >> Voice.bassDrum) & 1) !== 0);
      for (let token = FIRST_NOTE; token < TOKENS; token++) {
        logits[token] += bias;
      }

      tokens.push(draw.next(logits, tokens[step - 1] ?? REST_TOKEN, request.temperature, degrees));
      phrase[step] = stepOf(tokens[step], anchor, request.octaves);
    }

    return phrase;
  }

  private forward(pattern: Pattern, step: number, tokens: readonly number[]): Float32Array {
    // The next two bars of the looping pattern.
    writeCells(pattern, step, this.network.values("drums"));
    this.network.values("step").fill(0)[step] = 1;
    this.network.values("previous").fill(0)[tokens[step - 1] ?? REST_TOKEN] = 1;
    this.network.values("bar_before").fill(0)[tokens[step - STEPS_PER_BAR] ?? REST_TOKEN] = 1;
    this.network.run();
    this.network.values("state").set(this.network.values("next_state"));
    return this.network.values("logits").slice();
  }

  private writeSetting(parts: readonly number[]): void {
    const setting = this.network.values("setting").fill(0);
    let start = 0;
    parts.forEach((index, part) => {
      setting[start + index] = 1;
      start += SETTING_WIDTHS[part];
    });
  }
}

// How the density and the bass drum move the logits of notes; at a density of a half and without follow not at all.
function onsetBias({ density, follow }: MelodyRequest, isKick: boolean): number {
  return Math.fround(DENSITY_REACH * (2 * density - 1) + (isKick ? FOLLOW_REACH * follow : Math.log(1 - follow)));
}

// The mode closest to a scale, 0 major and 1 minor: the one that lacks fewer of its degrees.
function modeOf(degrees: number): number {
  const missing = (mode: number) => [...(degrees & ~mode).toString(2)].filter((bit) => bit === "1").length;
  return missing(DEGREES[1]) < missing(DEGREES[0]) ? 1 : 0;
}
