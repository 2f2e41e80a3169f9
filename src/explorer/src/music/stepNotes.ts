import type { Beat } from "./beat.ts";
import { densityOdds, fillOdds, hitsAt } from "./hitThreshold.ts";
import { groovedVelocity, ruledVelocity } from "./hitVelocity.ts";
import { fillHits, fillSteps } from "./learntFill.ts";
import { TIE } from "./melodyPhrase.ts";
import { STEPS_PER_BAR, VOICES } from "./pattern.ts";
import type { PlaySettings } from "./playSettings.ts";
import { STEPS_PER_QUARTER, fillRamp, patternStep, ppqOf } from "./songGrid.ts";

/** The melody's part: the one after the voices. */
export const MELODY_PART = VOICES;

// How far off its step a hit can be, in steps, either way.
const MAX_OFFSET = 0.5;

// How long a drum's note lasts, in quarters: half a step.
const DRUM_QUARTERS = 0.5 / STEPS_PER_QUARTER;

// The velocity rule wants a probability, which a melody has not; a half lies between the drums' softest and loudest hits.
const MELODY_PROBABILITY = 0.5;

/** A note that is played. */
export interface PlayedNote {
  /** Where it begins, in quarters from the song's start; before its step where the groove is early. */
  readonly ppq: number;
  /** The voice, 0 to 13, or {@link MELODY_PART}. */
  readonly part: number;
  /** 1 to 127. */
  readonly velocity: number;
  /** The melody's MIDI note; 0 for drums. */
  readonly note: number;
  /** How long it lasts. */
  readonly quarters: number;
}

/**
 * Decides the notes of a step of the song, as the plugin's engine does: which voices are hit by density and fill, how hard and how far off
 * the grid, and the melody's note. Player, clips and MIDI out share it.
 * @param beat The beat that plays there.
 * @param songStep The step, from 0 at the song's start.
 * @param settings How it is played.
 * @returns The notes in order of their voices, the melody's last.
 */
export function notesOfStep(beat: Beat, songStep: number, settings: PlaySettings): PlayedNote[] {
  const step = patternStep(songStep);
  const ppq = ppqOf(songStep, settings.swing);
  const density = densityOdds(settings.density);
  const played = filledStep(beat, songStep, settings);
  const fill = beat.fill ? 1 : fillOdds(settings.fill, fillRamp(songStep, settings.fillInterval));
  let hits = played
    ? fillHits(played.probabilities, played.step, density)
    : hitsAt(beat.pattern[step], beat.probabilities, step, beat.thresholds, density, fill);
  const cells = played ?? { step, probabilities: beat.probabilities, ...beat.groove };
  const notes: PlayedNote[] = [];
  for (let voice = 0; hits !== 0; voice++, hits >>= 1) {
    if ((hits & 1) !== 0) {
      notes.push({
        ppq: ppq + offsetOf(cells, voice, settings) / STEPS_PER_QUARTER, part: voice, velocity: velocityOf(cells, voice, settings),
        note: 0, quarters: DRUM_QUARTERS,
      });
    }
  }

  const melody = melodyNote(beat, songStep, settings);
  return melody ? [...notes, melody] : notes;
}

/** How long before its place a step is decided, in quarters: as early as its earliest hit can be. */
export function aheadOf(settings: PlaySettings): number {
  return (MAX_OFFSET * settings.grooveTiming) / STEPS_PER_QUARTER;
}

// The cells of a step: of the pattern or of its fill.
interface StepCells {
  readonly step: number;
  readonly probabilities: Float32Array;
  readonly velocities?: Float32Array | null;
  readonly offsets?: Float32Array | null;
}

// The step of the learnt fill that plays; null where the pattern does. A fill takes the end of its bar.
function filledStep({ fill }: Beat, songStep: number, settings: PlaySettings): StepCells | null {
  const step = songStep % STEPS_PER_BAR;
  const isFilled = fillRamp(songStep, settings.fillInterval) > 0 && step >= STEPS_PER_BAR - fillSteps(settings.fill);
  return fill && isFilled ? { step, ...fill } : null;
}

function velocityOf({ step, probabilities, velocities }: StepCells, voice: number, { grooveVelocity }: PlaySettings): number {
  const cell = step * VOICES + voice;
  const ruled = ruledVelocity(step, probabilities[cell]);
  return velocities && grooveVelocity !== 0 ? groovedVelocity(ruled, velocities[cell], grooveVelocity) : ruled;
}

function offsetOf({ step, offsets }: StepCells, voice: number, { grooveTiming }: PlaySettings): number {
  const learnt = offsets?.[step * VOICES + voice] ?? 0;
  return learnt >= -MAX_OFFSET && learnt <= MAX_OFFSET ? grooveTiming * learnt : 0;
}

// Ties lengthen a note up to where the pattern begins anew.
function melodyNote({ melody }: Beat, songStep: number, { swing, melodyGate }: PlaySettings): PlayedNote | null {
  const step = patternStep(songStep);
  if (!melody || melody[step] < 0) {
    return null;
  }

  let end = songStep + 1;
  while (patternStep(end) !== 0 && melody[patternStep(end)] === TIE) {
    end++;
  }

  const ppq = ppqOf(songStep, swing);
  return {
    ppq, part: MELODY_PART, velocity: ruledVelocity(step, MELODY_PROBABILITY), note: melody[step],
    quarters: melodyGate * (ppqOf(end, swing) - ppq),
  };
}
