import assert from "node:assert/strict";
import { test } from "node:test";
import { MelodySampler } from "../../src/model/melodySampler.ts";
import { MELODY_SCALES, type MelodyRequest } from "../../src/music/melodyRequest.ts";
import { bundleFile, reference } from "./repository.ts";

interface ReferenceMelody {
  readonly pattern: number[];
  readonly request: Omit<MelodyRequest, "scale"> & { readonly scale: number };
  readonly phrase: number[];
}

test("150 requests of all roles, keys and scales give the product's melodies, note by note", () => {
  const sampler = new MelodySampler(bundleFile("flagship", "melody.onnx")!);
  const melodies = reference<ReferenceMelody[]>("melody");
  assert.equal(new Set(melodies.map(({ request }) => `${request.role}${request.scale}`)).size, 18);
  for (const { pattern, request, phrase } of melodies) {
    const own = sampler.sample(Uint16Array.from(pattern), { ...request, scale: MELODY_SCALES[request.scale] });
    assert.deepEqual([...own], phrase, JSON.stringify(request));
  }
});
