import { STEPS, VOICES } from "../music/pattern.ts";
import type { Facts, ModelFacts } from "./facts.ts";
import { SpaceError } from "./spaceError.ts";

const PATCH = ["detune", "secondGain", "cutoff", "sweep", "sweepTime", "damping", "sustain", "decay", "release", "portamento", "gain"];

/** Reads and checks the facts. */
export function readFacts(text: string): Facts {
  const facts = parse(text);
  check(facts.formatVersion === 1, "formatVersion", `version ${String(facts.formatVersion)} is not known here; this page reads 1`);
  check(typeof facts.tool?.version === "string", "tool.version", "it is no text");
  checkModel(facts.model);
  const voices = facts.voices;
  check(Array.isArray(voices) && voices.length === VOICES, "voices", `there must be ${VOICES}`);
  for (const [number, voice] of voices.entries()) {
    const isValid = typeof voice.id === "string" && typeof voice.name === "string" && isIn(voice.note, 0, 127) && isIn(voice.pan, 0, 1);
    check(isValid, `voices[${number}]`, "it needs an id, a name, a note of 0 to 127 and a pan of 0 to 1");
  }

  const kit = facts.kit;
  check(isIn(kit?.sampleRate, 8_000, 384_000), "kit.sampleRate", "it is no sample rate");
  check(areNumbers(kit.lengths, VOICES, 1, 1 << 24), "kit.lengths", `there must be ${VOICES} lengths in frames`);
  check(isIn(kit.restrikeFade, 1e-4, 10) && isIn(kit.chokeFade, 1e-4, 10), "kit", "its fades are no times in seconds");
  for (const role of ["lead", "bass"] as const) {
    const patch = facts.synth?.[role] as unknown as Record<string, unknown> | undefined;
    check(PATCH.every((name) => Number.isFinite(patch?.[name])), `synth.${role}`, `it needs the numbers ${PATCH.join(", ")}`);
  }

  return facts;
}

function parse(text: string): Facts {
  try {
    return JSON.parse(text) as Facts;
  } catch {
    throw new SpaceError("facts", "they are not JSON");
  }
}

function checkModel(model: ModelFacts | undefined): void {
  check(typeof model?.name === "string", "model.name", "it is no text");
  check(/^[0-9a-f]{64}$/.test(model.fingerprint), "model.fingerprint", "it is not 64 hexadecimal digits");
  check(areNumbers(model.thresholds, VOICES, 0, 1), "model.thresholds", `there must be ${VOICES} from 0 to 1`);
  check(Array.isArray(model.quantiles) && model.quantiles.length === 4, "model.quantiles", "there must be four axes");
  for (const [axis, table] of model.quantiles.entries()) {
    const isValid = Array.isArray(table) && table.length >= 2 && table.every((value, i) => Number.isFinite(value)
      && (i === 0 || value >= table[i - 1]));
    check(isValid && table[0] < table[table.length - 1], `model.quantiles[${axis}]`, "it must be numbers that never fall and do rise");
  }

  const axes = model.axes ?? null;
  const areAxes = axes === null || (axes.length === 4
    && axes.every((axis) => typeof axis.name === "string" && typeof axis.description === "string"));
  check(areAxes, "model.axes", "there must be four, each with a name and a description");
  check(Number.isInteger(model.variations) && isIn(model.variations, 0, 2 * STEPS), "model.variations", "it is not 0 to 64");
}

function check(isValid: boolean, place: string, problem: string): asserts isValid {
  if (!isValid) {
    throw new SpaceError(`facts, ${place}`, problem);
  }
}

function isIn(value: unknown, low: number, high: number): value is number {
  return typeof value === "number" && value >= low && value <= high;
}

function areNumbers(values: unknown, count: number, low: number, high: number): boolean {
  return Array.isArray(values) && values.length === count && values.every((value) => isIn(value, low, high));
}
