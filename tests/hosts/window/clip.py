"""Notes of Standard MIDI Files, read by an independent library."""
import pathlib

import mido

BEAT = 8  # quarters of a dragged beat


def notes(path):
    """The note-ons of all tracks: quarter, key, velocity."""
    file = mido.MidiFile(path)
    found = []
    for track in file.tracks:
        tick = 0
        for message in track:
            tick += message.time
            if message.type == "note_on" and message.velocity:
                found.append((tick / file.ticks_per_beat, message.note, message.velocity))
    return sorted(found)


def newest(folder):
    """The file of a folder that was written last."""
    files = sorted(pathlib.Path(folder).rglob("*.mid"), key=lambda file: file.stat().st_mtime_ns)
    return files[-1] if files else None


def distance(some, others, has_velocities=True):
    """How far, in quarters, two patterns of BEAT quarters are apart at most, wherever they begin; 9 if they have other notes."""
    if len(some) != len(others):
        return 9
    worst, left = 0, list(others)
    for quarter, key, velocity in some:
        def away(other):
            gap = abs(quarter - other[0]) % BEAT
            return min(gap, BEAT - gap)
        alike = [other for other in left if other[1] == key and (not has_velocities or other[2] == velocity)]
        if not alike:
            return 9
        nearest = min(alike, key=away)
        worst = max(worst, away(nearest))
        left.remove(nearest)
    return worst
