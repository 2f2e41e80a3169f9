#!/usr/bin/env python3
"""Checks what a host recorded of DrumSpace with the test model at 140 quarters a minute; a line a check, exit status 1 if one fails.

check.py sound FILE.wav SWITCH [N] the hi-hat is on every 16th, exact to N samples, 1 by default; SWITCH: the second at which Z1 adds the
                                   bass drum
check.py midi FILE.mid SWITCH      the same for a recorded MIDI file, exact to its ticks
check.py notes FILE SWITCH         the same for the notes that sequencer.c logged
check.py chunk FILE.qtr            prints the parameters in the plugin's chunk of a Qtractor session
check.py sound-length NAME FILE.wav FRAMES    the audio has this length and is not silent
check.py peak FILE.wav             prints the peak of its first channel
check.py same-sound NAME FILE.wav FILE.wav    the audio of two files is bit-identical
check.py equal NAME ACTUAL EXPECTED           two texts are equal
"""
import base64
import re
import struct
import sys
import zlib

import numpy

SIXTEENTH = 60 / 140 / 4
failed = False


def check(what, ok, detail=""):
    global failed
    failed |= not ok
    print(f"{'ok' if ok else 'FAILED'}: {what}{f' ({detail})' if detail else ''}")


def read_data(path):
    """The format (code, channels, rate, bytes a second, bytes a frame, bits) and the audio bytes of a WAV file."""
    data = open(path, "rb").read()
    at, layout = 12, None
    while at + 8 <= len(data):
        kind, size = data[at:at + 4], struct.unpack("<I", data[at + 4:at + 8])[0]
        # A host that crashed leaves the length of the data chunk at 0.
        body = data[at + 8:at + 8 + size] if size or kind != b"data" else data[at + 8:]
        if kind == b"fmt ":
            layout = struct.unpack("<HHIIHH", body[:16])
        if kind == b"data":
            return layout, body
        at += 8 + size + (size & 1)
    raise SystemExit(f"{path} has no audio")


def read_wav(path):
    (_, channels, rate, _, _, bits), body = read_data(path)
    if bits == 24:
        raw = numpy.frombuffer(body[:len(body) // 3 * 3], numpy.uint8).reshape(-1, 3).astype(numpy.int32)
        samples = ((raw[:, 0] << 8 | raw[:, 1] << 16 | raw[:, 2] << 24) >> 8) / 2.0 ** 23
    elif bits == 16:
        samples = numpy.frombuffer(body[:len(body) // 2 * 2], "<i2") / 2.0 ** 15
    else:
        samples = numpy.frombuffer(body[:len(body) // 4 * 4], "<f4").astype(float)
    return rate, samples[:len(samples) // channels * channels].reshape(-1, channels)[:, 0]


def check_sound(path, switch, most=1):
    rate, sound = read_wav(path)
    low = numpy.convolve(sound, numpy.ones(64) / 64, "same")  # the bass drum
    high = sound - low                                        # the hi-hat
    loud = numpy.abs(high) > 0.25 * numpy.abs(high).max()
    peak = numpy.abs(sound).max()
    check("the kit sounds", peak > 0.01, f"peak {peak:.3f}")
    if peak <= 0.01:
        return
    first = int(numpy.argmax(loud))
    step = SIXTEENTH * rate

    # All strokes of a drum play one table, so they are found where they correlate best. Accents change the level alone.
    length = int(0.02 * rate)
    origin = first + 2 * step - 30
    template = high[int(origin):int(origin) + length]
    count = int((switch * rate - origin) / step) - 1
    errors = []
    for number in range(1, count):
        expected = int(origin) + number * step
        lags = range(int(expected) - 12, int(expected) + 14)
        scores = [numpy.dot(template, high[lag:lag + length]) for lag in lags]
        errors.append(lags[int(numpy.argmax(scores))] - expected)
    worst = max(abs(error) for error in errors)
    check(f"the audio is exact to {most} samples", count > 25 and worst <= most, f"{count} strokes, worst {worst:.2f} samples")

    split = int(switch * rate)
    before, after = (numpy.abs(part).max() for part in (low[first:split - rate // 10], low[split:]))
    check("the bass drum joins when Z1 rises", after > 5 * before, f"level {before:.4f} before, {after:.4f} after")


def read_notes(path):
    """The note-ons of a Standard MIDI File as (quarter, note)."""
    data = open(path, "rb").read()
    division = struct.unpack(">H", data[12:14])[0]
    notes, at = [], 14
    while at < len(data):
        end = at + 8 + struct.unpack(">I", data[at + 4:at + 8])[0]
        at, tick, status = at + 8, 0, 0

        def number():
            nonlocal at
            value = 0
            while True:
                value = value << 7 | data[at] & 127
                at += 1
                if data[at - 1] < 128:
                    return value

        while at < end:
            tick += number()
            if data[at] >= 128:
                status, at = data[at], at + 1
            if status in (240, 247, 255):
                at += status == 255
                length = number()
                at += length
            else:
                if status & 0xF0 == 0x90 and data[at + 1]:
                    notes.append((tick / division, data[at]))
                at += 1 if status & 0xE0 == 0xC0 else 2
        at = end
    return division, notes


def check_notes(notes, tick, switch):
    """Checks notes given as (quarter, note), exact to a tick."""
    hats = [quarter for quarter, note in notes if note == 42]
    worst = max((abs(b - a - 0.25) for a, b in zip(hats, hats[1:])), default=1)
    detail = f"{len(hats)} notes, worst {worst * SIXTEENTH * 4e6:.0f} us"
    check("the hi-hat is on every 16th", len(hats) > 60 and worst <= 1.01 * tick, detail)
    kicks = [quarter for quarter, note in notes if note == 36]
    early = [quarter for quarter in kicks if quarter < switch / 60 * 140 - 0.5]
    check("the bass drum joins when Z1 rises", len(kicks) >= 3 and not early, f"{len(kicks)} notes, {len(early)} early")
    gaps = {round(b - a, 2) for a, b in zip(kicks, kicks[1:])}
    check("the bass drum is on 1 and 3", gaps == {2.0}, f"distances {sorted(gaps)}")


def check_midi(path, switch):
    division, notes = read_notes(path)
    check_notes(notes, 1 / division, switch)


def check_sequencer(path, switch):
    # Qtractor counts 15360 ticks a quarter, of which it uses every second one.
    lines = [[int(part) for part in line.split()] for line in open(path)]
    check_notes([(tick / 15360, note) for tick, note, _ in lines], 2 / 15360, switch)


def chunk_of(path):
    # "chunk" in VST2, "state" in CLAP. Qt's compression is the length in four bytes, then zlib. The chunk has a header of 12 bytes, then
    # sections of a tag, a length and their bytes. Gives the four knobs of the current program and the kit's level, where
    # a value at its default is left out.
    text = re.search(r'<config key="(?:chunk|state)">(.*?)</config>', open(path).read(), re.S)
    chunk = zlib.decompress(base64.b64decode(text.group(1))[4:]) if text else b""
    is_program = chunk[6:8] == b"\x01\x00"
    at, programs = 12, b""
    while at < len(chunk):
        tag, length = chunk[at:at + 4], struct.unpack("<I", chunk[at + 4:at + 8])[0]
        programs = chunk[at + 8:at + 8 + length] if tag == b"PRGM" else programs
        at += 8 + length

    song, at = values_of(programs, 0)
    count, current = (1, 0) if is_program else struct.unpack("<HH", programs[at:at + 4])
    at += 0 if is_program else 4
    for number in range(count):
        at += 1 + programs[at]
        values, at = values_of(programs, at)
        if number == current:
            knobs = [values.get(knob, 0.5) for knob in ("z1", "z2", "z3", "z4")]
            return " ".join(f"{value:.4f}" for value in [*knobs, song.get("kit", 0.75)])


def values_of(data, at):
    values, count = {}, struct.unpack("<H", data[at:at + 2])[0]
    at += 2
    for _ in range(count):
        end = at + 1 + data[at]
        values[data[at + 1:end].decode()] = struct.unpack("<f", data[end:end + 4])[0]
        at = end + 4
    return values, at


def check_same_sound(what, *paths):
    # Audio and not files: a floating-point file contains the time of its writing.
    (layout, one), (other, two) = map(read_data, paths)
    frame = layout[4]
    frames = min(len(one), len(two)) // frame
    first, second = (numpy.frombuffer(part[:frames * frame], numpy.uint8).reshape(frames, frame) for part in (one, two))
    differ = numpy.flatnonzero((first != second).any(axis=1))
    same = layout == other and one == two
    detail = f"{len(one) // frame} and {len(two) // frame} frames, {len(differ)} differ, the first is {differ[:1]}"
    check(what, same, "" if same else detail)


mode = sys.argv[1]
if mode == "sound":
    check_sound(sys.argv[2], float(sys.argv[3]), *map(int, sys.argv[4:]))
elif mode == "midi":
    check_midi(sys.argv[2], float(sys.argv[3]))
elif mode == "notes":
    check_sequencer(sys.argv[2], float(sys.argv[3]))
elif mode == "sound-length":
    rate, sound = read_wav(sys.argv[3])
    peak = numpy.abs(sound).max()
    check(sys.argv[2], len(sound) == int(sys.argv[4]) and peak > 0.1, f"{len(sound)} frames, peak {peak:.3f}")
elif mode == "peak":
    print(f"{numpy.abs(read_wav(sys.argv[2])[1]).max():.3f}")
elif mode == "same-sound":
    check_same_sound(*sys.argv[2:5])
elif mode == "chunk":
    print(chunk_of(sys.argv[2]))
else:
    check(sys.argv[2], sys.argv[3] == sys.argv[4], "" if sys.argv[3] == sys.argv[4] else f'"{sys.argv[3]}" instead of "{sys.argv[4]}"')
sys.exit(failed)
