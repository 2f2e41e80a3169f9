"""Writes folders of small MIDI files with drums, the same on every run: a corpus where none is at hand.

usage: make_songs.py FOLDER COUNT
"""

import random
import struct
import sys
from pathlib import Path

QUARTER = 96
DRUMS = [36, 38, 42, 46, 49]


def variable(value):
    """A MIDI variable-length quantity."""
    out = [value & 0x7F]
    while value := value >> 7:
        out.append(0x80 | (value & 0x7F))
    return bytes(reversed(out))


def song(rng):
    """Eight bars: four of one bar, four of another."""
    bars = [[[n for n in DRUMS if rng.random() < 0.2] for _ in range(16)] for _ in range(2)]
    track, pause = b"", 0
    for bar in range(8):
        for hits in bars[bar // 4]:
            for note in hits:
                track += variable(pause) + bytes([0x99, note, 100])
                pause = 0
            pause += QUARTER // 4
    track += variable(pause) + b"\xff\x2f\x00"
    header = b"MThd" + struct.pack(">IHHH", 6, 0, 1, QUARTER)
    return header + b"MTrk" + struct.pack(">I", len(track)) + track


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    for i in range(count):
        path = folder / str(i % 7) / f"{i}.mid"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(song(random.Random(i % (count * 3 // 4))))


main()
