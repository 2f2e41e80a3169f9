import type { MidiOut } from "../sound/playback.ts";

/** A port for MIDI. */
export interface MidiPort {
  readonly id: string;
  readonly name: string;
}

/** The ports that MIDI can go out by, by Web MIDI. */
export class MidiPorts {
  private access: MIDIAccess | null = null;

  /** Whether the browser has Web MIDI. */
  get isThere(): boolean {
    return "requestMIDIAccess" in navigator;
  }

  /**
   * Asks the browser, and through it the user, for the ports.
   * @param changed Called when ports come or go.
   * @throws Error They cannot be had; the message is for the user.
   */
  async open(changed: () => void): Promise<void> {
    if (!this.isThere) {
      throw new Error("This browser has no Web MIDI; Chromium, Edge and Firefox do.");
    }

    try {
      this.access ??= await navigator.requestMIDIAccess();
      this.access.onstatechange = changed;
    } catch (error) {
      const reason = error instanceof DOMException && error.name === "NotAllowedError" ? "it was not allowed" : String(error);
      throw new Error(`MIDI cannot go out: ${reason}.`);
    }
  }

  /** The ports that are there. */
  get all(): MidiPort[] {
    return [...(this.access?.outputs.values() ?? [])].map(({ id, name }) => ({ id, name: name ?? id }));
  }

  /** Where messages for a port go; null where it is not there. */
  outTo(id: string): MidiOut | null {
    const output = this.access?.outputs.get(id);
    return output ? { send: (message, time) => output.send([...message], time) } : null;
  }
}
