"""What the references share: the drums of a kit, the files of a folder, and how mido is made to read the songs of the data."""
import csv
import os

import mido
import mido.midifiles.meta
import mido.midifiles.midifiles

# Two songs of the data carry a key signature that does not exist (255 for major or minor), for which mido would refuse the file. As an
# unknown event it passes; but mido 1.2.10 forgets an unknown event's delta time, which moves all that follows: it is put back here.
del mido.midifiles.meta._META_SPECS[0x59]
build_meta_message = mido.midifiles.meta.build_meta_message


def build_in_time(meta_type, data, delta=0):
    message = build_meta_message(meta_type, data, delta)
    vars(message)["time"] = delta
    return message


mido.midifiles.midifiles.build_meta_message = build_in_time

NOTES = [36, 38, 42, 41, 45, 46, 48, 49, 51, 58, 60, 61, 62, 64]
FOLD = {35: 36, 37: 38, 39: 38, 40: 38, 43: 41, 44: 42, 47: 45, 50: 48, 52: 49, 57: 49, 53: 51, 55: 51, 59: 51, 63: 62}
V_DRUMS = {22: 42, 26: 46, 58: 41}
SUFFIXES = (".mid", ".midi", ".kar", ".rmi", ".smf")


def files(folder):
    """(path, notes of its own) of each file; Groove's fills are left out."""
    info = os.path.join(folder, "info.csv")
    own_notes, fills = {}, set()
    if os.path.exists(info):
        own_notes = V_DRUMS
        with open(info, newline="") as rows:
            fills = {row["midi_filename"] for row in csv.DictReader(rows) if row["beat_type"] == "fill"}
    for base, _, names in os.walk(folder):
        for name in sorted(names):
            path = os.path.join(base, name)
            if name.lower().endswith(SUFFIXES) and os.path.relpath(path, folder) not in fills:
                yield path, own_notes
