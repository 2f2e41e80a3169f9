import type { Beat } from "../../src/music/beat.ts";
import { STEPS_PER_BAR } from "../../src/music/pattern.ts";
import type { PlaySettings } from "../../src/music/playSettings.ts";
import { Mixer, type Stereo } from "../../src/sound/mixer.ts";
import { SongRenderer, type RenderedStep } from "../../src/sound/songRenderer.ts";
import { WebAudioSink } from "../../src/sound/webAudioSink.ts";
import type { Space } from "../../src/space/space.ts";

/** Renders the steps of a song that plays one beat from its start, at the kit's sample rate. */
export function renderSteps(space: Pick<Space, "samples" | "facts">, beat: Beat, settings: PlaySettings, bars: number): RenderedStep[] {
  const song = new SongRenderer(new Mixer(space), space.facts.kit.sampleRate, 0);
  return Array.from({ length: bars * STEPS_PER_BAR }, () => song.render(beat, settings));
}

/**
 * Renders a song offline by Web Audio, as the player schedules it: what a browser's audio clock makes of it.
 * @param bars How many bars of the song.
 * @returns The bars, from the song's first frame.
 */
export async function renderOffline(space: Space, beat: Beat, settings: PlaySettings, bars: number): Promise<Stereo> {
  const steps = renderSteps(space, beat, settings, bars);
  const last = steps[steps.length - 1];
  const context = new OfflineAudioContext(2, last.from + last.frames, space.facts.kit.sampleRate);
  const sink = new WebAudioSink(context);
  for (const { sound, from, frames } of steps) {
    if (frames > 0) {
      sink.play(sound, from);
    }
  }

  const rendered = await context.startRendering();
  return { left: rendered.getChannelData(0), right: rendered.getChannelData(1) };
}
