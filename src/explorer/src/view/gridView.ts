import type { Beat } from "../music/beat.ts";
import { STEPS, VOICES } from "../music/pattern.ts";
import type { PlaySettings } from "../music/playSettings.ts";
import { MELODY_PART, notesOfStep, type PlayedNote } from "../music/stepNotes.ts";
import { fitCanvas, pageScale } from "./canvas.ts";
import { create } from "./dom.ts";
import { paintGrid, ROWS, stepLeft, stepWidth, type GridArea } from "./patternPainter.ts";
import type { Theme } from "./theme.ts";

const NAMES_WIDTH = 74;
const MELODY_HEIGHT = 34;
const MAX_VELOCITY = 127;

/** The grid of what plays: 14 drums by 32 steps, hits as high as they are loud, likely hits as dots, the melody below, the playhead over all. */
export class GridView {
  readonly element = create("canvas", { class: "grid", role: "img" });
  private beat: Beat | null = null;
  private notes: PlayedNote[][] = [];
  private loudness = new Float32Array(STEPS * VOICES);
  private playhead = -1;
  private frame = 0;

  /** @param names The drums' names, by voice. */
  constructor(private readonly names: readonly string[], private readonly theme: Theme) {
    new ResizeObserver(() => this.request()).observe(this.element);
  }

  /**
   * Shows a beat as it is played.
   * @param firstStep The step of the song at which this pass of the pattern begins, which fills turn on.
   */
  show(beat: Beat, settings: PlaySettings, firstStep: number): void {
    this.beat = beat;
    this.notes = Array.from({ length: STEPS }, (_, step) => notesOfStep(beat, firstStep + step, settings));
    this.loudness = loudnessOf(this.notes);
    this.element.setAttribute("aria-label", this.describe());
    this.element.classList.toggle("has-melody", beat.melody !== null);
    this.request();
  }

  /** Shows which step sounds; -1 for none. */
  setPlayhead(step: number): void {
    if (step !== this.playhead) {
      this.playhead = step;
      this.request();
    }
  }

  private request(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const context = fitCanvas(this.element);
    const { beat, loudness, theme } = this;
    if (!context || !beat) {
      return;
    }

    const { clientWidth, clientHeight } = this.element;
    const scale = pageScale();
    const [left, melodyHeight] = [NAMES_WIDTH * scale, MELODY_HEIGHT * scale];
    const area = { left, top: 0, width: clientWidth - left, height: clientHeight - (beat.melody ? melodyHeight : 0) };
    paintGrid(context, area, theme, (voice, step) => {
      const probability = beat.probabilities[step * VOICES + voice];
      return { hit: loudness[step * VOICES + voice], likely: Math.min(probability / beat.thresholds[voice], 1) };
    });
    this.paintNames(context, area);
    if (beat.melody) {
      this.paintMelody(context, { ...area, top: area.height + 4, height: melodyHeight - 6 });
    }

    if (this.playhead >= 0) {
      context.fillStyle = theme.playhead;
      context.globalAlpha = 0.16;
      context.fillRect(stepLeft(area, this.playhead), 0, stepWidth(area), clientHeight);
      context.globalAlpha = 1;
      context.fillRect(stepLeft(area, this.playhead), 0, 1.5, clientHeight);
    }
  }

  private paintNames(context: CanvasRenderingContext2D, area: GridArea): void {
    const rowHeight = area.height / VOICES;
    context.font = `${rowHeight * 0.85}px ${this.theme.font}`;
    context.textBaseline = "middle";
    ROWS.forEach((voice, row) => {
      const isPlayed = this.loudness.some((hit, cell) => hit > 0 && cell % VOICES === voice);
      context.fillStyle = isPlayed ? this.theme.text : this.theme.quiet;
      context.globalAlpha = isPlayed ? 1 : 0.75;
      context.fillText(this.names[voice], 0, (row + 0.5) * rowHeight);
    });
    context.globalAlpha = 1;
  }

  // The notes from the lowest to the highest, as long as they sound.
  private paintMelody(context: CanvasRenderingContext2D, area: GridArea): void {
    const notes = this.notes.flatMap((step, at) => step.filter(({ part }) => part === MELODY_PART).map((note) => ({ ...note, at })));
    const pitches = notes.map(({ note }) => note);
    const [low, high] = [Math.min(...pitches), Math.max(...pitches)];
    context.fillStyle = this.theme.melody;
    for (const { at, note, quarters } of notes) {
      const height = high > low ? (high - note) / (high - low) : 0.5;
      const end = stepLeft(area, Math.min(at + Math.max(Math.round(quarters * 4), 1), STEPS));
      context.fillRect(stepLeft(area, at) + 1, area.top + height * (area.height - 3), end - stepLeft(area, at) - 2, 3);
    }
  }

  private describe(): string {
    const steps = ROWS.map((voice) => {
      const hits = this.notes.flatMap((notes, step) => (notes.some(({ part }) => part === voice) ? [step + 1] : []));
      return hits.length > 0 ? `${this.names[voice]} on ${hits.join(", ")}` : "";
    });
    return `The beat, 32 steps. ${steps.filter((text) => text !== "").join("; ") || "No hits"}.`;
  }
}

// Of each cell how loud it is hit, 0 to 1.
function loudnessOf(steps: readonly (readonly PlayedNote[])[]): Float32Array<ArrayBuffer> {
  const loudness = new Float32Array(STEPS * VOICES);
  steps.forEach((notes, step) => {
    for (const { part, velocity } of notes) {
      if (part !== MELODY_PART) {
        loudness[step * VOICES + part] = velocity / MAX_VELOCITY;
      }
    }
  });
  return loudness;
}
