#!/usr/bin/env python3
"""Checks what tap.c noted while a host travelled through the song with the test model; a line a check, exit status 1 if one fails.

check_travel.py HOST LOG RATE TICKS CHANGE    TICKS: into how many a quarter the host rounds what it tells the plugin of the position

The song: 240 quarters a minute, 180 from quarter CHANGE on; quarters 0 to 16 are looped twice and left; then comes a jump to where no bass
drum plays, and one back to before the other tempo. Z1 passes its middle at quarters 9 and 23, so the bass drum, which is on 1 and 3, sounds
between them. The hi-hat is on every 16th.
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


# Stretches of the song without a break: where each begins, and its notes as (frame, note). A block may reach over the loop's end; what lies
# behind it belongs to the loop's start.
stretches = []
for line in open(path):
    words = line.split()
    if words[0] == "roll":
        came, went = int(words[1]), int(words[2])
        wraps = came >= 0 and abs(came - went - frame(LOOP)) < 2
        stretches.append({"from": went, "wraps": wraps, "notes": []})
        if wraps:
            before = stretches[-2]["notes"]
            stretches[-1]["notes"] = [(at - frame(LOOP), note) for at, note in before if at > frame(LOOP) - 2]
            stretches[-1]["from"] = 0
            stretches[-2]["notes"] = [(at, note) for at, note in before if at <= frame(LOOP) - 2]
    else:
        stretches[-1]["notes"].append((int(words[0]), int(words[3])))

wraps = sum(stretch["wraps"] for stretch in stretches)
check("four bars are looped twice, then left, and two jumps follow", wraps == 2 and len(stretches) == 5, f"{wraps} turns, {len(stretches)} stretches")

missing, steady, unsteady, expected = 0, [], [], []
for stretch in stretches:
    hats = [(at, round(sixteenth_at(at))) for at, note in stretch["notes"] if note == HAT]
    first = -int(-(sixteenth_at(stretch["from"]) - 0.02) // 1)
    missing += [number for _, number in hats] != list(range(first, first + len(hats))) or len(hats) < 8
    expected.append([number // 4 for _, number in hats if number % 8 == 0 and 9 < number // 4 < 23])
    for place, (at, number) in enumerate(hats):
        # The plugin learns the place after a jump and the new tempo by the host's rounded word, and pulls the rest straight.
        settles = place < 16 or 4 * change <= number < 4 * change + 16
        (unsteady if settles else steady).append(abs(at - frame(number)))
check("each 16th sounds once, from the first behind every jump", stretches and missing == 0, f"{missing} stretches differ")

grid = rate / 3
check("16ths are exact to a sample", steady and max(steady) <= 1, f"{len(steady)} notes, worst {max(steady, default=99):.2f} samples")
check("and to the host's own rounding behind a jump and a change of tempo", unsteady and max(unsteady) <= grid / ticks / 2 + 1,
      f"{len(unsteady)} notes, worst {max(unsteady, default=99):.2f} of {grid / ticks / 2 + 1:.2f} samples")

# Just behind the loop's end the knob stands where it stood before it: hosts move it at a block's start.
kicks = [[round(sixteenth_at(at)) // 4 for at, note in stretch["notes"] if note == KICK and not (stretch["wraps"] and at < frame(1))]
         for stretch in stretches]
check("the bass drum follows the drawn curve, in loop and jump", kicks == expected, f"quarters {kicks}")
sys.exit(failed)
