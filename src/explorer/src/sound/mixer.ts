import type { PlaySettings } from "../music/playSettings.ts";
import { MELODY_PART } from "../music/stepNotes.ts";
import type { Space } from "../space/space.ts";
import { DrumKit } from "./drumKit.ts";
import { SynthVoice } from "./synthVoice.ts";

/** A note on the audio clock. */
export interface FrameNote {
  /** The frame at which it begins, on the context's clock. */
  readonly frame: number;
  /** Frames that it lasts, at least 1. */
  readonly length: number;
  /** The voice, 0 to 13, or the melody's part. */
  readonly part: number;
  /** Its MIDI note. */
  readonly note: number;
  /** 1 to 127. */
  readonly velocity: number;
}

/** Two channels of sound. */
export interface Stereo {
  readonly left: Float32Array<ArrayBuffer>;
  readonly right: Float32Array<ArrayBuffer>;
}

/** The sound of the page: the engine's kit and its mono synth, in software, so that it is the plugin's to the rounding of its samples. */
export class Mixer {
  constructor(
    private readonly space: Pick<Space, "samples" | "facts">,
    private readonly kit = new DrumKit(space),
    private readonly synth = new SynthVoice(space.facts.synth.lead, space.facts.kit.sampleRate),
  ) {}

  /**
   * Renders the next frames.
   * @param notes What begins in them, in order.
   * @param from The first frame.
   * @param frames Their number.
   */
  render(notes: readonly FrameNote[], from: number, frames: number, settings: PlaySettings): Stereo {
    const sound = { left: new Float32Array(frames), right: new Float32Array(frames) };
    const melody = { left: new Float32Array(frames), right: new Float32Array(frames) };
    let at = 0;
    const mixTo = (frame: number) => {
      if (frame > at) {
        this.kit.mix(sound.left, sound.right, at, frame, settings.kitLevel);
        this.synth.mix(melody.left, melody.right, at, frame, settings.melodyLevel);
        at = frame;
      }
    };
    for (const note of notes) {
      mixTo(note.frame - from);
      this.begin(note, settings);
    }

    mixTo(frames);
    for (let frame = 0; frame < frames; frame++) {
      sound.left[frame] += melody.left[frame];
      sound.right[frame] += melody.right[frame];
    }

    return sound;
  }

  /** Releases the melody's note, if one sounds; drums ring out by themselves. */
  release(): void {
    this.synth.release();
  }

  /** An equal mixer that goes its own way. */
  clone(): Mixer {
    return new Mixer(this.space, this.kit.clone(), this.synth.clone());
  }

  private begin({ part, note, velocity, length }: FrameNote, { melodyRole, kitLevel }: PlaySettings): void {
    if (part === MELODY_PART) {
      this.synth.start(this.space.facts.synth[melodyRole], note, velocity, length);
    } else {
      this.kit.strike(part, velocity, kitLevel);
    }
  }
}
