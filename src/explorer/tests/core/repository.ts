import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The checkout's folder. */
export const ROOT = rootAbove(import.meta.dirname);

/** The shipped bundles, by name. */
export const BUNDLES = ["flagship", "paper-acai", "paper-ae", "paper-vae"] as const;

/** The file of a bundle, in bytes; null where it has none. */
export function bundleFile(bundle: string, name: string): Uint8Array | null {
  const path = join(ROOT, "presets", "models", bundle, name);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

/** Values that the product wrote (`tests/explorer/Reference`), as JSON. */
export function reference<T>(name: string): T {
  return JSON.parse(readFileSync(join(ROOT, "out", "explorer", "reference", `${name}.json`), "utf8")) as T;
}

/** A file that the product wrote. */
export function referenceBytes(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(ROOT, "out", "explorer", "reference", name)));
}

/** Floats that the product wrote. */
export function referenceFloats(name: string): Float32Array {
  return new Float32Array(referenceBytes(`${name}.bin`).buffer);
}

/** What the product reads in MIDI clips: a line each, masks and swing, or "none". */
export function productReads(clips: readonly string[]): string[] {
  const program = join(ROOT, "tests", "explorer", "Reference", "bin", "Release", "net10.0", "DrumSpace.ExplorerReference.dll");
  const { stdout, stderr, status } = spawnSync("dotnet", [program, "read", ...clips], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) {
    throw new Error(`the product's reader failed: ${stderr}`);
  }

  return stdout.trimEnd().split("\n");
}

function rootAbove(folder: string): string {
  return existsSync(join(folder, "DrumSpaceVst.sln")) ? folder : rootAbove(dirname(folder));
}
