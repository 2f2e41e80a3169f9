import { MAX_SEED, type BeatPoint, type Knobs } from "../music/beatPoint.ts";
import type { ModelFacts } from "./facts.ts";
import { singleText } from "./singleText.ts";

const SCHEME = "drumspace:";

// Digits of the fingerprint that name a model: enough that no two models of one user have the same.
const MODEL_DIGITS = 12;

/** A point, and the model that it was made with. */
export interface NamedPoint {
  readonly point: BeatPoint;
  /** The first digits of the model's fingerprint; null where none is named. */
  readonly model: string | null;
}

/** What names a model in texts: the first digits of its fingerprint. */
export function modelName(fingerprint: string): string {
  return fingerprint.slice(0, MODEL_DIGITS);
}

/** Whether a point is of a model, by its present or a former fingerprint: also where it names none. */
export function isOfModel({ model }: NamedPoint, facts: Pick<ModelFacts, "fingerprint" | "formerFingerprints">): boolean {
  const fingerprints = [facts.fingerprint, ...(facts.formerFingerprints ?? [])];
  return model === null || (model.length > 0 && fingerprints.some((fingerprint) => fingerprint.startsWith(model)));
}

/**
 * Writes a point as the line of text that plugin and tool read and write, as the product's `PatternPoint`:
 * `drumspace:0.429,0.507,0.805,0.333;seed=12;var=0.25;model=0123456789ab`.
 * @param fingerprint The model's; null to name none.
 */
export function writePoint({ knobs, seed, variation }: BeatPoint, fingerprint: string | null): string {
  const model = fingerprint === null ? "" : `;model=${modelName(fingerprint)}`;
  return `${SCHEME}${knobs.map(singleText).join(",")};seed=${seed};var=${singleText(variation)}${model}`;
}

/**
 * Reads such a line. Without a seed it is 1, without a variation 0; blanks around it do not matter.
 * @throws RangeError It is no point; the message names the part.
 */
export function readPoint(text: string): NamedPoint {
  const line = text.trim();
  if (!line.toLowerCase().startsWith(SCHEME)) {
    throw new RangeError(`A point begins with "${SCHEME}", for example ${SCHEME}0.429,0.507,0.805,0.333;seed=12;var=0.25`);
  }

  const [place, ...parts] = line.slice(SCHEME.length).split(";");
  const values = new Map<string, string>();
  for (const part of parts) {
    const [name, value, ...rest] = part.split("=");
    if (!["seed", "var", "model"].includes(name) || value === undefined || rest.length > 0 || values.has(name)) {
      throw new RangeError(`"${part}" is no part of a point, or is there twice: it has seed=, var= and model=.`);
    }

    values.set(name, value);
  }

  const model = values.get("model") ?? null;
  if (model !== null && !/^[0-9a-f]{8,64}$/.test(model)) {
    throw new RangeError(`"${model}" names no model: that takes 8 to 64 hexadecimal digits.`);
  }

  const point = { knobs: readKnobs(place), seed: readSeed(values.get("seed") ?? "1"), variation: readShare(values.get("var") ?? "0") };
  return { point, model };
}

/** Reads four comma-separated knobs. @throws RangeError They are none. */
export function readKnobs(text: string): Knobs {
  const knobs = text.split(",").map(readShare);
  if (knobs.length !== 4) {
    throw new RangeError(`A point has 4 knobs, and "${text}" has ${knobs.length}.`);
  }

  return knobs as unknown as Knobs;
}

/** Reads a number of 0 to 1, in single precision. @throws RangeError It is none. */
export function readShare(text: string): number {
  const value = Math.fround(Number(text));
  if (text.trim() === "" || !(value >= 0 && value <= 1)) {
    throw new RangeError(`"${text}" is no number of 0 to 1.`);
  }

  return value;
}

/** Reads a seed. @throws RangeError It is none. */
export function readSeed(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > MAX_SEED) {
    throw new RangeError(`"${text}" is no seed of 1 to ${MAX_SEED}.`);
  }

  return Number(text);
}
