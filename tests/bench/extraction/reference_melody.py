#!/usr/bin/env python3
"""Reference for drum and melody pairs, by Debian's python3-mido.

    python3 reference_melody.py FOLDER

Written independently of DrumSpace.Midi, as the other side of its tests' golden values. Windows lie side by side, as reference.py cuts them
with a hop of two bars. A channel of a track has a line in a window when at least 4 notes of at least 2 pitches begin in it and on at most
a tenth of the steps where notes begin there is more than one pitch. A line is a bass when its notes' mean lies below 60 and a bass
(programmes 32 to 39) plays the first, or below 43 whoever plays. A bass keeps the lowest note of a step, a lead the highest; each holds to
its end, rounded, or to the next. Prints JSON: windows with a line, those of them whose drums pass the entropy filter, lines, unique triples
of drums, programme and line that pass, basses, and over all lines the sum of the kept notes, the ties and the rests.
"""
import json
import math
import sys
from collections import Counter, defaultdict

import reference_common as common
import mido


def entropy(pattern):
    return -sum(n / 32 * math.log(n / 32) for n in Counter(pattern).values())


def song(path):
    """Time signatures, drum hits and, for each channel of each track, its notes (begin, end, number, programme)."""
    midi = mido.MidiFile(path, clip=True)
    signatures, hits, lines = {0: (4, 4)}, [], defaultdict(list)
    for index, track in enumerate(midi.tracks):
        now, programs, sounding = 0, [0] * 16, defaultdict(list)
        for message in track:
            now += message.time
            if message.type == "time_signature":
                signatures[now] = (message.numerator, message.denominator)
            elif message.type == "program_change":
                programs[message.channel] = message.program
            elif message.type in ("note_on", "note_off") and message.channel == 9:
                note = common.FOLD.get(message.note, message.note)
                if message.type == "note_on" and message.velocity > 0 and note in common.NOTES:
                    hits.append((now, 1 << common.NOTES.index(note)))
            elif message.type == "note_on" and message.velocity > 0:
                entry = [now, None, message.note, programs[message.channel]]
                lines[index, message.channel].append(entry)
                sounding[message.channel, message.note].append(entry)
            elif message.type in ("note_on", "note_off") and sounding[message.channel, message.note]:
                sounding[message.channel, message.note].pop(0)[1] = now
        for entries in sounding.values():
            for entry in entries:
                entry[1] = now
    return midi.ticks_per_beat, signatures, hits, lines


def main():
    counts = Counter()
    unique = set()
    for path, _ in common.files(sys.argv[1]):
        quarter, signatures, hits, lines = song(path)
        starts = sorted(signatures)
        for start, end in zip(starts, starts[1:] + [None]):
            if signatures[start] != (4, 4):
                continue

            def step_of(tick):
                return (8 * (tick - start) + quarter) // (2 * quarter)

            def inside(tick):
                return step_of(tick) >= 0 and (end is None or 8 * (tick - end) + quarter < 0)

            grid = defaultdict(int)
            for tick, bit in hits:
                if inside(tick):
                    grid[step_of(tick)] |= bit
            on_grid = [[(step_of(a), max(step_of(a) + 1, step_of(b)), note, program) for a, b, note, program in notes if inside(a)]
                       for notes in lines.values()]
            for first in range(0, max(grid) + 1 if grid else 0, 32):
                pattern = tuple(grid.get(first + i, 0) for i in range(32))
                if not any(pattern):
                    continue
                found = False
                for notes in on_grid:
                    begun = [note for note in notes if first <= note[0] < first + 32]
                    if len(begun) < 4 or len({note[2] for note in begun}) < 2:
                        continue
                    by_step = defaultdict(list)
                    for note in begun:
                        by_step[note[0] - first].append(note)
                    chords = sum(len({note[2] for note in together}) > 1 for together in by_step.values())
                    if chords * 10 > len(by_step):
                        continue
                    found = True
                    mean, program = sum(note[2] for note in begun) / len(begun), begun[0][3]
                    is_bass = mean < (60 if program // 8 == 4 else 43)
                    line = ["."] * 32
                    ordered = sorted(by_step)
                    for at, following in zip(ordered, ordered[1:] + [32]):
                        kept = (min if is_bass else max)(by_step[at], key=lambda note: note[2])
                        line[at] = kept[2]
                        for held in range(at + 1, min(kept[1] - first, following)):
                            line[held] = "-"
                    counts["lines"] += 1
                    counts["basses"] += is_bass
                    counts["notes"] += sum(step for step in line if isinstance(step, int))
                    counts["ties"] += line.count("-")
                    counts["rests"] += line.count(".")
                    if entropy(pattern) > 0.9:
                        unique.add((pattern, program, tuple(line)))
                counts["windows"] += found
                counts["windowsPassed"] += found and entropy(pattern) > 0.9
    print(json.dumps({**counts, "uniquePassed": len(unique)}))


main()
