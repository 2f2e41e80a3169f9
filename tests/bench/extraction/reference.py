#!/usr/bin/env python3
"""Reference extractor: MIDI folders to unique two-bar drum patterns, by Debian's python3-mido.

    python3 reference.py FOLDER... [--hop-bars 1|2]

Written independently of DrumSpace.Midi, as the other side of its tests' golden values and of the extraction benchmark. Prints JSON:
counts, and the SHA-256 of the sorted unique patterns that pass the entropy filter (a line of 32 comma-separated masks each).

The windows: drum note-ons are those of channel 10 with a velocity. The time signatures of all tracks cut a file into parts (4/4 where
none is given). In each 4/4 part, onsets are rounded to the nearest 16th counted from the part's start (halves up); an onset that rounds to
the start of the next part belongs there. A window of two bars begins at every bar, or every other bar, up to the bar of the part's last
onset, the last one ending in silence where the part does, and counts when it holds a hit. A folder with Groove's info.csv is read with the
V-Drums' own notes, and without its fills.
"""
import hashlib
import json
import math
import sys
from collections import Counter

import mido

from reference_common import FOLD, NOTES, files


def entropy(pattern):
    return -sum(n / 32 * math.log(n / 32) for n in Counter(pattern).values())


def windows(path, own_notes, hop):
    midi = mido.MidiFile(path)
    signatures, onsets = {0: (4, 4)}, []
    for track in midi.tracks:
        now = 0
        for message in track:
            now += message.time
            if message.type == "time_signature":
                signatures[now] = (message.numerator, message.denominator)
            elif message.type == "note_on" and message.velocity > 0 and message.channel == 9:
                note = message.note
                note = own_notes.get(note, FOLD.get(note, note))
                if note in NOTES:
                    onsets.append((now, NOTES.index(note)))
    starts = sorted(signatures)
    found = []
    for start, end in zip(starts, starts[1:] + [None]):
        if signatures[start] != (4, 4):
            continue
        steps = {}
        for tick, voice in onsets:
            late = 8 * (tick - start) + midi.ticks_per_beat
            if late >= 0 and (end is None or 8 * (tick - end) + midi.ticks_per_beat < 0):
                step = late // (2 * midi.ticks_per_beat)
                steps[step] = steps.get(step, 0) | 1 << voice
        if not steps:
            continue
        for bar in range(0, max(steps) // 16 + 1, hop):
            pattern = tuple(steps.get(step, 0) for step in range(16 * bar, 16 * bar + 32))
            if any(pattern):
                found.append(pattern)
    return found


def main():
    arguments, hop = sys.argv[1:], 2
    if "--hop-bars" in arguments:
        at = arguments.index("--hop-bars")
        hop = int(arguments[at + 1])
        del arguments[at:at + 2]
    read = refused = count = passed = 0
    unique = set()
    for folder in arguments:
        for path, own_notes in files(folder):
            try:
                patterns = windows(path, own_notes, hop)
            except Exception as error:
                print(f"{path}: {error!r}", file=sys.stderr)
                refused += 1
                continue
            read += 1
            count += len(patterns)
            passed += sum(entropy(pattern) > 0.9 for pattern in patterns)
            unique.update(patterns)
    kept = sorted(pattern for pattern in unique if entropy(pattern) > 0.9)
    text = "".join(",".join(map(str, pattern)) + "\n" for pattern in kept)
    print(json.dumps({"filesRead": read, "filesRefused": refused, "windows": count, "windowsPassed": passed, "unique": len(unique),
                      "uniquePassed": len(kept), "sha256": hashlib.sha256(text.encode()).hexdigest()}))


main()
