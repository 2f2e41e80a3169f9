import type { Beat } from "../music/beat.ts";
import type { PlaySettings } from "../music/playSettings.ts";
import { barOf, patternStep } from "../music/songGrid.ts";
import type { AudioSink, ScheduledSound } from "./audioSink.ts";
import { BeatTurn } from "./beatTurn.ts";
import { MidiSender } from "./midiSender.ts";
import type { Mixer } from "./mixer.ts";
import type { MidiOut, Playback, SongPlace } from "./playback.ts";
import { SongRenderer, type RenderedStep } from "./songRenderer.ts";

// Seconds of sound that are rendered ahead: a page that is blocked, or a background tab, may be late by as much.
const LOOK_AHEAD = 0.4;

// Seconds before its time from which on a step stays as it is: the audio thread may have begun with it.
const COMMIT = 0.03;

// The same while MIDI goes out, which cannot be taken back: as far ahead as it is sent.
const MIDI_COMMIT = 0.15;

// Seconds in which the song rings out when it is stopped: the longest of the kit's sounds has 2.2.
const TAIL = 2.4;

// Seconds that steps are kept after they sounded, for the place that is heard: more than any output's latency.
const KEPT = 1;

/** A step that was rendered ahead, and what led to it. */
interface PlannedStep {
  readonly rendered: RenderedStep;
  readonly beat: Beat;
  readonly walkIndex: number;
  readonly turnBefore: BeatTurn;
  readonly songBefore: SongRenderer;
  readonly scheduled: ScheduledSound | null;
  isSent: boolean;
}

/** Ticks that let a player work; {@link Clock} in a page. */
export interface Ticks {
  start(): void;
  stop(): void;
}

/**
 * Plays beats on an audio clock. Steps are rendered 0.4 s ahead; a change takes those back that have not begun and renders them anew, so
 * that it is heard from the next step on.
 */
export class Player implements Playback {
  private song: SongRenderer | null = null;
  private steps: PlannedStep[] = [];
  private turn: BeatTurn;
  private midi: MidiSender | null = null;
  private readonly clock: Ticks;

  /**
   * @param sink Where the sound goes.
   * @param makeMixer Makes a silent mixer for the sink's sample rate.
   * @param makeClock Makes the clock, of a callback.
   * @param beat What plays first.
   */
  constructor(
    private readonly sink: AudioSink,
    private readonly makeMixer: () => Mixer,
    makeClock: (onTick: () => void) => Ticks,
    beat: Beat,
    private settings: PlaySettings,
  ) {
    this.turn = BeatTurn.of(beat);
    this.clock = makeClock(() => this.work());
  }

  get isPlaying(): boolean {
    return this.song !== null;
  }

  async start(): Promise<void> {
    await this.sink.resume();
    if (!this.song) {
      this.song = new SongRenderer(this.makeMixer(), this.sink.sampleRate, this.sink.now() + this.frames(2 * COMMIT));
      this.clock.start();
      this.work();
    }
  }

  stop(): void {
    this.clock.stop();
    this.takeBack();
    if (this.song) {
      this.sink.play(this.song.renderTail(this.settings, TAIL), this.song.end);
    }

    this.midi?.endAll(this.sink.now());
    [this.song, this.steps] = [null, []];
  }

  setBeat(beat: Beat): void {
    this.change(() => {
      this.turn = this.song ? this.turn.withBeat(beat) : BeatTurn.of(beat);
    });
  }

  setWalk(beats: readonly Beat[] | null): void {
    this.change(() => {
      this.turn = this.turn.withWalk(beats);
    });
  }

  setSettings(settings: PlaySettings): void {
    this.change(() => {
      this.settings = settings;
    });
  }

  setMidiOut(out: MidiOut | null): void {
    this.midi?.endAll(this.sink.now());
    this.midi = out && new MidiSender(out, (frame) => this.sink.timeOf(frame));
    const committed = this.sink.now() + this.frames(MIDI_COMMIT);
    for (const step of this.steps) {
      step.isSent ||= step.rendered.from < committed;
    }
  }

  setMuted(isMuted: boolean): void {
    this.sink.setGain(isMuted ? 0 : 1);
  }

  place(): SongPlace | null {
    const audible = this.sink.audible();
    const step = this.steps.findLast(({ rendered }) => rendered.from <= audible) ?? this.steps.at(0);
    if (!step) {
      return null;
    }

    const { rendered: { songStep }, beat, walkIndex } = step;
    return { songStep, step: patternStep(songStep), bar: barOf(songStep), beat, walkIndex };
  }

  private frames(seconds: number): number {
    return Math.round(seconds * this.sink.sampleRate);
  }

  private change(apply: () => void): void {
    this.takeBack();
    apply();
    this.work();
  }

  // Takes back the steps that can still change: the song goes on from before them.
  private takeBack(): void {
    const committed = this.sink.now() + this.frames(this.midi ? MIDI_COMMIT : COMMIT);
    const first = this.steps.findIndex(({ rendered, isSent }) => rendered.from >= committed && !isSent);
    if (first >= 0) {
      const { songBefore, turnBefore } = this.steps[first];
      for (const { scheduled } of this.steps.splice(first)) {
        scheduled?.cancel();
      }

      [this.song, this.turn] = [songBefore, turnBefore];
    }
  }

  private work(): void {
    const now = this.sink.now();
    if (!this.song) {
      return;
    }

    // A page that was blocked for longer than it looks ahead: the song stood meanwhile.
    const late = now + this.frames(COMMIT) - this.song.end;
    if (late > 0) {
      this.song.delay(late);
    }

    while (this.song.end < now + this.frames(LOOK_AHEAD)) {
      this.steps.push(this.plan(this.song));
    }

    this.sendMidi(now);
    this.steps = this.steps.filter(({ rendered }) => rendered.from + rendered.frames > now - this.frames(KEPT));
  }

  private plan(song: SongRenderer): PlannedStep {
    const [songBefore, turnBefore] = [song.clone(), this.turn];
    const { turn, walkIndex } = turnBefore.at(song.nextStep, this.settings.switch);
    this.turn = turn;
    const rendered = song.render(turn.beat, this.settings);
    const scheduled = rendered.frames > 0 ? this.sink.play(rendered.sound, rendered.from) : null;
    return { rendered, beat: turn.beat, walkIndex, turnBefore, songBefore, scheduled, isSent: false };
  }

  private sendMidi(now: number): void {
    const committed = now + this.frames(MIDI_COMMIT);
    for (const step of this.steps) {
      if (this.midi && !step.isSent && step.rendered.from < committed) {
        this.midi.send(step.rendered.notes);
        step.isSent = true;
      }
    }

    this.midi?.endUntil(committed);
  }
}
