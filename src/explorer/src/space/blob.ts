import { SpaceError } from "./spaceError.ts";

/**
 * Decodes a blob of the page: base64 of gzip.
 * @param part Its name in errors.
 * @param text The base64; blanks around it do not matter.
 */
export async function readBlob(part: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const trimmed = text.trim();
  try {
    const binary = atob(trimmed);
    const packed = new Uint8Array(binary.length);
    for (let i = 0; i < packed.length; i++) {
      packed[i] = binary.charCodeAt(i);
    }

    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new SpaceError(part, "it is not base64 of gzip, or cut");
  }
}
