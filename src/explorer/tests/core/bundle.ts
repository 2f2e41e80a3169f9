import type { ModelFacts } from "../../src/space/facts.ts";
import { bundleFile } from "./repository.ts";

/** The facts and networks of a shipped bundle, as its manifest and files have them. */
export function openBundle(name: string) {
  const manifest = JSON.parse(new TextDecoder().decode(bundleFile(name, "manifest.json")!)) as
    Pick<ModelFacts, "thresholds" | "quantiles" | "name"> & { readonly variations?: number };
  const model: ModelFacts = {
    ...manifest, version: null, fingerprint: "0".repeat(64), axes: null, variations: manifest.variations ?? 0, summary: null,
  };
  const networks = {
    decoder: bundleFile(name, "decoder.onnx")!, groove: bundleFile(name, "groove.onnx"), fill: bundleFile(name, "fill.onnx"),
    melody: bundleFile(name, "melody.onnx"),
  };
  return { model, networks };
}
