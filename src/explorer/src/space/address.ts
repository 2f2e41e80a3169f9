import type { BeatPoint } from "../music/beatPoint.ts";
import type { PlaySettings } from "../music/playSettings.ts";
import { modelName, readKnobs, readSeed, readShare, type NamedPoint } from "./pointText.ts";
import { singleText } from "./singleText.ts";

/** How a beat is played, as far as an address tells. */
export type AddressSettings = Pick<PlaySettings, "tempo" | "swing" | "density" | "fill">;

/** What the part of the page's address after # says. */
export interface Address extends NamedPoint {
  /** Those of the settings that it tells. */
  readonly settings: Partial<AddressSettings>;
}

/**
 * Writes an address, without the #: `z=0.78,0.415,0.655,0.868&var=0&seed=1&model=0123456789ab&tempo=104&swing=0.5&density=0.5&fill=0`.
 * @param fingerprint The model's.
 */
export function writeAddress(point: BeatPoint, fingerprint: string, { tempo, swing, density, fill }: AddressSettings): string {
  const parts = [
    `z=${point.knobs.map(singleText).join(",")}`, `var=${singleText(point.variation)}`, `seed=${point.seed}`,
    `model=${modelName(fingerprint)}`, `tempo=${singleText(tempo)}`, `swing=${singleText(swing)}`,
    `density=${singleText(density)}`, `fill=${singleText(fill)}`,
  ];
  return parts.join("&");
}

/**
 * Reads an address; parts that it does not know do not matter.
 * @param hash With or without the #.
 * @returns Null where it has no point.
 * @throws RangeError A part is out of its range; the message names it.
 */
export function readAddress(hash: string): Address | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const place = parts.get("z");
  if (place === null) {
    return null;
  }

  const point = { knobs: readKnobs(place), variation: readShare(parts.get("var") ?? "0"), seed: readSeed(parts.get("seed") ?? "1") };
  const settings: Partial<AddressSettings> = {
    ...readNumber(parts, "tempo", 20, 300), ...readNumber(parts, "swing", 0.5, 0.75), ...readNumber(parts, "density", 0, 1),
    ...readNumber(parts, "fill", 0, 1),
  };
  return { point, model: parts.get("model"), settings };
}

function readNumber(parts: URLSearchParams, name: keyof AddressSettings, low: number, high: number): Partial<AddressSettings> {
  const text = parts.get(name);
  if (text === null) {
    return {};
  }

  const value = Number(text);
  if (text.trim() === "" || !(value >= low && value <= high)) {
    throw new RangeError(`${name}: "${text}" is no number of ${low} to ${high}.`);
  }

  return { [name]: value };
}
