import type { PatchFacts } from "../space/facts.ts";
import { GainRamp } from "./gainRamp.ts";
import { LowPassFilter } from "./lowPassFilter.ts";
import { MAX_FREQUENCY, SawOscillator } from "./sawOscillator.ts";

// Seconds in which a note rises to 1 - 1/e.
const ATTACK = 0.0015;

// Frames between two updates of the filter.
const CONTROL_FRAMES = 16;
const MAX_CUTOFF = 16_000;
const INAUDIBLE = 1e-5;

// The part of an attack's peak at which the decay begins.
const ATTACK_END = 0.95;

/**
 * The engine's mono synth: two oscillators, a filter, an amplitude and a filter envelope, and portamento. A note that starts while another
 * sounds takes over its voice without a step in amplitude, phase or pitch.
 */
export class SynthVoice {
  private first = new SawOscillator(0.5);
  private second = new SawOscillator(0);
  private filter = new LowPassFilter();
  private gain: GainRamp;
  private patch: PatchFacts;
  private frequency = 0;
  private targetFrequency = 0;
  private strength = 0;
  private peak = 0;
  private amplitude = 0;
  private filterEnvelope = 1;
  private isSounding = false;
  private isAttack = false;
  private isFilterAttack = false;
  private isReleased = false;
  private gateFrames = 0;
  private controlFrames = CONTROL_FRAMES;

  /** @param patch How it sounds until a note says so. @param sampleRate Frames a second. */
  constructor(patch: PatchFacts, private readonly sampleRate: number) {
    this.patch = patch;
    this.gain = new GainRamp(sampleRate);
  }

  /**
   * Starts a note.
   * @param note 0 to 127.
   * @param velocity 1 to 127.
   * @param gateFrames Frames until its release, at least 1.
   */
  start(patch: PatchFacts, note: number, velocity: number, gateFrames: number): void {
    this.patch = patch;

    // Equal temperament, A4 at 440 Hz. At sample rates too low for a note it sounds octaves lower.
    this.targetFrequency = (440 * 2 ** ((note - 69) / 12)) / this.sampleRate;
    while (this.targetFrequency * Math.max(patch.detune, 1) > MAX_FREQUENCY) {
      this.targetFrequency /= 2;
    }

    this.strength = velocity / 127;
    this.peak = patch.gain * this.strength * this.strength;
    if (!this.isSounding) {
      [this.first, this.second, this.filter] = [new SawOscillator(0.5), new SawOscillator(0), new LowPassFilter()];
      [this.frequency, this.amplitude, this.filterEnvelope] = [this.targetFrequency, 0, 1];
    }

    this.isSounding = this.isAttack = this.isFilterAttack = true;
    this.isReleased = false;
    this.gateFrames = gateFrames;
    this.tuneFilter();
    this.controlFrames = CONTROL_FRAMES;
  }

  /** Releases the note that sounds, if one does. */
  release(): void {
    this.isReleased = true;
  }

  /** Adds the sound to frames. @param level The linear gain to be reached. */
  mix(left: Float32Array, right: Float32Array, from: number, to: number, level: number): void {
    const attack = this.coefficientOf(ATTACK);
    const decay = this.coefficientOf(this.patch.decay);
    const release = this.coefficientOf(this.patch.release);
    const portamento = this.coefficientOf(this.patch.portamento);
    let frame = from;
    for (; frame < to && this.isSounding; frame++) {
      this.frequency += portamento * (this.targetFrequency - this.frequency);
      const second = this.second.next(this.frequency * this.patch.detune);
      const wave = this.first.next(this.frequency) + this.patch.secondGain * second;
      const target = this.isReleased ? 0 : this.isAttack ? this.peak : this.peak * this.patch.sustain;
      this.amplitude += (this.isReleased ? release : this.isAttack ? attack : decay) * (target - this.amplitude);
      const sample = this.amplitude * this.filter.next(wave) * this.gain.next(level);
      left[frame] += sample;
      right[frame] += sample;
      this.isReleased ||= --this.gateFrames <= 0;
      if (--this.controlFrames === 0) {
        this.control();
      }
    }

    // Only a sound needs a smooth level: the first note after silence has it in full.
    this.gain.value = frame < to ? level : this.gain.value;
  }

  /** An equal voice that goes its own way. */
  clone(): SynthVoice {
    const { first, second, filter, gain } = this;
    const own = { first: first.clone(), second: second.clone(), filter: filter.clone(), gain: gain.clone() };
    return Object.assign(new SynthVoice(this.patch, this.sampleRate), this, own);
  }

  private control(): void {
    this.controlFrames = CONTROL_FRAMES;
    this.isAttack &&= this.amplitude < ATTACK_END * this.peak;
    if (this.isReleased && this.amplitude < INAUDIBLE) {
      this.isSounding = false;
      return;
    }

    this.isFilterAttack &&= this.filterEnvelope < ATTACK_END;
    this.filterEnvelope += this.isFilterAttack
      ? this.coefficientOf(ATTACK / CONTROL_FRAMES) * (1 - this.filterEnvelope)
      : -this.coefficientOf(this.patch.sweepTime / CONTROL_FRAMES) * this.filterEnvelope;
    this.filterEnvelope = this.filterEnvelope < INAUDIBLE ? 0 : this.filterEnvelope;
    this.tuneFilter();
  }

  private tuneFilter(): void {
    const cutoff = this.frequency * (this.patch.cutoff + this.patch.sweep * this.strength * this.filterEnvelope);
    this.filter.tune(Math.min(cutoff, MAX_CUTOFF / this.sampleRate, 0.45), this.patch.damping);
  }

  // The coefficient of a one-pole smoother that goes 1 - 1/e of its way in a time.
  private coefficientOf(seconds: number): number {
    return 1 - Math.exp(-1 / (seconds * this.sampleRate));
  }
}
