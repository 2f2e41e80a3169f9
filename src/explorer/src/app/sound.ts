import type { Beat } from "../music/beat.ts";
import type { PlaySettings } from "../music/playSettings.ts";
import { Clock } from "../sound/clock.ts";
import { Mixer } from "../sound/mixer.ts";
import { Player } from "../sound/player.ts";
import type { MidiOut, SongPlace } from "../sound/playback.ts";
import { WebAudioSink } from "../sound/webAudioSink.ts";
import type { Space } from "../space/space.ts";

/** What a player begins with. */
export interface SoundStart {
  readonly beat: Beat;
  readonly settings: PlaySettings;
  readonly walk: readonly Beat[] | null;
}

/** The player, made when it is first started: before a click or key a browser gives no audio clock that runs. */
export class Sound {
  private player: Player | null = null;
  private midiOut: MidiOut | null = null;
  private isMuted = false;

  /** @param begin What it begins with, asked at that time. */
  constructor(private readonly space: Space, private readonly begin: () => SoundStart) {}

  get isPlaying(): boolean {
    return this.player?.isPlaying ?? false;
  }

  /** Starts the song; call it from a click or key. */
  async start(): Promise<void> {
    this.player ??= this.makePlayer();
    await this.player.start();
  }

  stop(): void {
    this.player?.stop();
  }

  setBeat(beat: Beat): void {
    this.player?.setBeat(beat);
  }

  setSettings(settings: PlaySettings): void {
    this.player?.setSettings(settings);
  }

  setWalk(beats: readonly Beat[] | null): void {
    this.player?.setWalk(beats);
  }

  setMidiOut(out: MidiOut | null): void {
    this.midiOut = out;
    this.player?.setMidiOut(out);
  }

  /** Switches the page's own sound; MIDI goes on. */
  setMuted(isMuted: boolean): void {
    this.isMuted = isMuted;
    this.player?.setMuted(isMuted);
  }

  place(): SongPlace | null {
    return this.player?.place() ?? null;
  }

  private makePlayer(): Player {
    const context = new AudioContext({ sampleRate: this.space.facts.kit.sampleRate });
    const { beat, settings, walk } = this.begin();
    const player = new Player(
      new WebAudioSink(context), () => new Mixer(this.space), (onTick) => new Clock(onTick), beat, settings);
    player.setWalk(walk);
    player.setMidiOut(this.midiOut);
    player.setMuted(this.isMuted);
    return player;
  }
}
