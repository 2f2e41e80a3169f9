import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { Space, type PartSource } from "../../src/space/space.ts";
import { SpaceError } from "../../src/space/spaceError.ts";
import { pageParts } from "./page.ts";
import { BUNDLES } from "./repository.ts";

// The facts, as far as they are damaged here.
interface DamagedFacts {
  formatVersion: number;
  model: { thresholds: number[]; quantiles: number[][]; fingerprint: string };
  voices: { pan?: number }[];
  kit: { restrikeFade: number };
  synth: { bass: { gain: number | string } };
}

const parts = pageParts("paper-ae");

function changed(id: string, change: (text: string) => string | null): PartSource {
  return (other) => (other === id ? change(parts(other)!) : parts(other));
}

function changedBytes(id: string, change: (bytes: Buffer) => Buffer): PartSource {
  return changed(id, (text) => gzipSync(change(gunzipSync(Buffer.from(text, "base64")))).toString("base64"));
}

function changedFacts(change: (facts: DamagedFacts) => void): PartSource {
  return changed("facts", (text) => {
    const facts = JSON.parse(text) as DamagedFacts;
    change(facts);
    return JSON.stringify(facts);
  });
}

async function assertRefused(source: PartSource, message: RegExp): Promise<void> {
  await assert.rejects(Space.read(source), (error: Error) => {
    assert.ok(error instanceof SpaceError);
    assert.match(error.message, message);
    return true;
  });
}

for (const bundle of BUNDLES) {
  test(`the tool's page of ${bundle} is read`, async () => {
    const space = await Space.read(pageParts(bundle));
    assert.equal(space.samples.length, 14);
    assert.ok(space.map.length > 0 && space.map.genres.length > 0);
    assert.equal(space.networks.groove !== null, bundle === "flagship");
  });
}

test("a part that is missing or cut is one error that names it", async () => {
  for (const id of ["facts", "decoder", "map", "patterns", "kit"]) {
    await assertRefused(changed(id, () => null), new RegExp(`^${id}: the page has none$`));
    if (id !== "facts") {
      await assertRefused(changed(id, (text) => text.slice(0, text.length / 2)), new RegExp(`^${id}: it is not base64 of gzip, or cut$`));
    }
  }
});

test("parts that do not belong together are refused", async () => {
  await assertRefused(changedBytes("patterns", (bytes) => bytes.subarray(64)), /^patterns: \d+ bytes are not the patterns of 10000 points/);
  await assertRefused(changedBytes("kit", (bytes) => bytes.subarray(2)), /^kit: /);
  await assertRefused(changedBytes("map", (bytes) => bytes.subarray(0, bytes.length - 1)), /^map: .* bytes of points/);
  await assertRefused(changedBytes("map", (bytes) => Buffer.concat([Buffer.from("XXXX"), bytes.subarray(4)])), /^map: it is not a map/);
});

test("facts that are wrong are refused with their place", async () => {
  await assertRefused(changed("facts", () => "{"), /^facts: they are not JSON/);
  await assertRefused(changedFacts((facts) => { facts.formatVersion = 2; }), /^facts, formatVersion: version 2 /);
  await assertRefused(changedFacts((facts) => facts.model.thresholds.pop()), /^facts, model.thresholds/);
  await assertRefused(changedFacts((facts) => facts.model.quantiles[2].reverse()), /^facts, model.quantiles\[2\]/);
  await assertRefused(changedFacts((facts) => { facts.model.fingerprint = "x"; }), /^facts, model.fingerprint/);
  await assertRefused(changedFacts((facts) => delete facts.voices[3].pan), /^facts, voices\[3\]/);
  await assertRefused(changedFacts((facts) => { facts.kit.restrikeFade = 0; }), /^facts, kit/);
  await assertRefused(changedFacts((facts) => { facts.synth.bass.gain = "1"; }), /^facts, synth.bass/);
});
