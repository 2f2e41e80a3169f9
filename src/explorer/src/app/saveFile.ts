/** Has the browser save bytes as a file. */
export function saveFile(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  [link.href, link.download] = [address, name];
  link.click();
  // Later: the browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The type of Standard MIDI Files. */
export const MIDI_TYPE = "audio/midi";
