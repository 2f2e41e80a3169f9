import type { PatternMap } from "../space/patternMap.ts";

/** A genre of a map. */
export interface Genre {
  /** Its index in the map. */
  readonly index: number;
  /** As it is written. */
  readonly name: string;
  readonly color: string;
  /** The number of its points. */
  readonly count: number;
}

// 21 colours on the dark ground, found by a search over sRGB: no two are nearer than 0.084 in OKLab, for normal sight, protanopia,
// deuteranopia and tritanopia (Machado et al. 2009, severity 1). Even so a dot of 3 pixels is not told by its colour: names do that.
const COLORS = [
  "#ee5511", "#44aaee", "#bbff00", "#7777ff", "#eebb77", "#ff8800", "#ffffee", "#aaaaaa", "#aa5566", "#775599", "#88eeff", "#bbccbb",
  "#bb3300", "#8877aa", "#77ccff", "#ffdd99", "#bb7777", "#5566cc", "#774455", "#6622aa", "#5500ee",
];
const REST = "#6a7280";

// How the folders of the Groove MIDI Dataset and others write some genres.
const NAMES: Readonly<Record<string, string>> = {
  neworleans: "New Orleans", hiphop: "hip-hop", latin: "Latin", afrocuban: "Afro-Cuban", afrobeat: "Afrobeat", middleeastern: "Middle Eastern",
};

/** The genres of a map, the largest first; the 21 largest have colours of their own. */
export function genresOf(map: PatternMap): Genre[] {
  const counts = new Uint32Array(map.genres.length);
  map.genre.forEach((genre) => counts[genre]++);
  return [...map.genres.keys()]
    .filter((index) => counts[index] > 0)
    .sort((one, other) => counts[other] - counts[one])
    .map((index, rank) => {
      const id = map.genres[index];
      return { index, name: NAMES[id.toLowerCase()] ?? id, color: COLORS[rank] ?? REST, count: counts[index] };
    });
}
