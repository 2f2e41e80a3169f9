#!/usr/bin/env python3
"""Writes the bundle of the plugin's test model, whose notes are known: make_bundle.py FOLDER

The closed hi-hat plays on every 16th, the bass drum while Z1 and the snare while Z2 is above its middle
(tests/DrumSpace.Plugin.Tests/fixtures/make_fixtures.py).
"""
import hashlib
import json
import pathlib
import sys

fixtures = pathlib.Path(__file__).parent.parent / "DrumSpace.Plugin.Tests" / "fixtures"
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True)
files = {name: (fixtures / name).read_bytes() for name in ("decoder.onnx", "encoder.onnx")}
files["MODEL_CARD.md"] = b"# One drum a knob\n"
for name, content in files.items():
    (folder / name).write_bytes(content)
(folder / "manifest.json").write_text(json.dumps({
    "formatVersion": 1,
    "name": "One drum a knob",
    "thresholds": [0.5] * 14,
    "quantiles": [[-1, 1]] * 4,
    "training": {},
    "files": {name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()},
}))
