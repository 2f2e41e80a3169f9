#!/usr/bin/env python3
"""Checks the log of tap.c while a host played the song with the test model; a line a check, exit status 1 if one fails.

check_travel.py HOST LOG RATE TICKS CHANGE    TICKS: the host rounds the position that it reports to 1/TICKS of a quarter

The song: 240 quarters per minute, 180 from quarter CHANGE on. Quarters 0 to 16 are looped twice and left; then follow a jump to where no
bass drum plays, and one back to before the tempo change. Z1 passes its middle at quarters 9 and 23, so the bass drum, which is on 1 and 3,
plays between them. The hi-hat is on every 16th.
"""
import sys

host, path, rate, ticks, change = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
HAT, KICK, LOOP = 42, 36, 64
failed = False


def check(what, ok, detail=""):
    global failed
    failed |= not ok
    print(f"{'ok' if ok else 'FAILED'}: {host}: {what}{f' ({detail})' if detail else ''}")


def frame(sixteenth):
    quarter = sixteenth / 4
    return rate * (quarter / 4 if quarter <= change else change / 4 + (quarter - change) / 3)


def sixteenth_at(position):
    seconds = position / rate
    return 4 * (seconds * 4 if seconds <= change / 4 else change + (seconds - change / 4) * 3)


# Continuous sections of the song: the start of each, and its notes as (frame, note). A block may cross the loop's end; its notes from there
# on belong to the loop's start.
sections = []
for line in open(path):
    words = line.split()
    if words[0] == "roll":
        source, target = int(words[1]), int(words[2])
        wraps = source >= 0 and abs(source - target - frame(LOOP)) < 2
        sections.append({"from": target, "wraps": wraps, "notes": []})
        if wraps:
            before = sections[-2]["notes"]
            sections[-1]["notes"] = [(at - frame(LOOP), note) for at, note in before if at > frame(LOOP) - 2]
            sections[-1]["from"] = 0
            sections[-2]["notes"] = [(at, note) for at, note in before if at <= frame(LOOP) - 2]
    elif words[0] != "peak":
        sections[-1]["notes"].append((int(words[0]), int(words[3])))

wraps = sum(section["wraps"] for section in sections)
check("four bars are looped twice and left, and two jumps follow", wraps == 2 and len(sections) == 5,
      f"{wraps} wraps, {len(sections)} sections")

missing, steady, unsteady, expected = 0, [], [], []
for section in sections:
    hats = [(at, round(sixteenth_at(at))) for at, note in section["notes"] if note == HAT]
    first = -int(-(sixteenth_at(section["from"]) - 0.02) // 1)
    missing += [number for _, number in hats] != list(range(first, first + len(hats))) or len(hats) < 8
    expected.append([number // 4 for _, number in hats if number % 8 == 0 and 9 < number // 4 < 23])
    for index, (at, number) in enumerate(hats):
        # After a jump and a tempo change the plugin knows only the host's rounded position, and converges to the exact one.
        settles = index < 16 or 4 * change <= number < 4 * change + 16
        (unsteady if settles else steady).append(abs(at - frame(number)))
check("each 16th plays once, from the first one after every jump", sections and missing == 0, f"{missing} sections differ")

grid = rate / 3
check("16ths are exact to a sample", steady and max(steady) <= 1, f"{len(steady)} notes, worst {max(steady, default=99):.2f} samples")
check("and to the host's own rounding after a jump and a tempo change", unsteady and max(unsteady) <= grid / ticks / 2 + 1,
      f"{len(unsteady)} notes, worst {max(unsteady, default=99):.2f} of {grid / ticks / 2 + 1:.2f} samples")

# Just after the loop's start the knob has its value from before the loop's end, because hosts set it at the start of a block.
kicks = [[round(sixteenth_at(at)) // 4 for at, note in section["notes"] if note == KICK and not (section["wraps"] and at < frame(1))]
         for section in sections]
check("the bass drum follows the drawn curve, in loop and jump", kicks == expected, f"quarters {kicks}")
sys.exit(failed)
