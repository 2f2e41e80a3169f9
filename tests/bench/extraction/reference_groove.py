#!/usr/bin/env python3
"""Reference for velocity and timing: Groove's beats to played windows, by Debian's python3-mido.

    python3 reference_groove.py FOLDER

Written independently of DrumSpace.Midi, as the other side of its tests' golden values. Prints JSON: windows (two bars, one at every bar,
as reference.py cuts them), their hits, the sum of the hits' velocities (1 to 127) and the sum of their distances from the grid in steps.
Of several strokes of one drum on one step the loudest counts, the first of equals.
"""
import json
import sys
from fractions import Fraction

import reference_common as common
import mido


def main():
    windows = hits = velocities = 0
    offsets = Fraction(0)
    for path, own_notes in common.files(sys.argv[1]):
        midi = mido.MidiFile(path)
        quarter = midi.ticks_per_beat
        signatures, strokes = {0: (4, 4)}, []
        for track in midi.tracks:
            now = 0
            for message in track:
                now += message.time
                if message.type == "time_signature":
                    signatures[now] = (message.numerator, message.denominator)
                elif message.type == "note_on" and message.velocity > 0 and message.channel == 9:
                    note = own_notes.get(message.note, common.FOLD.get(message.note, message.note))
                    if note in common.NOTES:
                        strokes.append((now, note, message.velocity))
        starts = sorted(signatures)
        for start, end in zip(starts, starts[1:] + [None]):
            if signatures[start] != (4, 4):
                continue
            played = {}
            for tick, note, velocity in strokes:
                place = Fraction(4 * (tick - start), quarter)
                step = (place + Fraction(1, 2)).__floor__()
                if step < 0 or (end is not None and Fraction(4 * (tick - end), quarter) + Fraction(1, 2) >= 0):
                    continue
                if (step, note) not in played or played[step, note][0] < velocity:
                    played[step, note] = (velocity, place - step)
            bars = {step // 16 for step, _ in played}
            for bar in range(max(bars) + 1 if bars else 0):
                inside = [hit for (step, _), hit in played.items() if 16 * bar <= step < 16 * bar + 32]
                if inside:
                    windows += 1
                    hits += len(inside)
                    velocities += sum(velocity for velocity, _ in inside)
                    offsets += sum(offset for _, offset in inside)
    print(json.dumps({"windows": windows, "hits": hits, "velocities": velocities, "offsets": float(offsets)}))


main()
