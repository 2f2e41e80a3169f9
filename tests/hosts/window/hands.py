#!/usr/bin/env python3
"""What a hand does in the window, and what the host hears of it: hands.py HOST PLUGIN TOOL PROGRAMS FOLDER

PROGRAMS has drop_target and drag_source, which know nothing of the plugin.
"""
import os
import pathlib
import subprocess
import sys
import threading
import time
import urllib.parse

import clip
from host import Host
from places import Places
from screen import Screen, check, end

program, plugin, tool, programs, folder = sys.argv[1:]
name = "CLAP" if plugin.endswith(".clap") else "VST3" if plugin.endswith(".vst3") else "VST2"
captures = pathlib.Path(os.environ["DRUMSPACE_CAPTURES"])
KNOB, OTHER_KNOB = 0, 1  # of the host's parameters; their titles depend on the model
ZOOM_75, ZOOM_125, ZOOM_NONE, LIGHT, DARK, KEYS_HERE, KEYS_HOST = 0, 2, 4, 6, 5, 7, 8  # lines of the settings' menu, which offers what fits the screen


class Hands:
    def __init__(self, screen):
        self.screen, self.places = screen, Places(tool)
        self.host = Host(program, [plugin], screen.environment, f"{folder}/hands.log")
        self.host.do("play")
        self.host.do("open 0")
        self.screen.place(self.screen.find("instance 0"), 10, 30)
        self.host.do("wait 2500")

    def at(self, x, y):
        """A point at a scale of 1 as one of the screen."""
        left, top, width, height = self.host.where()
        scale = min(width / 1200, height / 800)
        return int(left + (width - 1200 * scale) / 2 + x * scale), int(top + (height - 800 * scale) / 2 + y * scale)

    def knob_picture(self, number):
        x, y = self.at(*self.knob(number))
        return self.screen.pixels(x - 45, y - 45, 90, 90)

    def knob(self, number):
        x, y, width, _ = self.places.of("Variation")
        return x - 471 + 118 * number + width // 2, y + 30

    def rest(self):
        """The pointer leaves the window."""
        self.screen.tool("mousemove 1890 1290")
        self.host.do("wait 300")

    def choose(self, line):
        self.screen.click(*self.at(*self.places.middle("Settings")))
        self.host.do("wait 300")
        self.screen.click(*self.at(*self.places.line("Settings", line)))
        self.host.do("wait 900")

    def turn_a_knob(self):
        x, y = self.at(*self.knob(KNOB))
        self.host.do("wait 10")
        self.screen.drag(x, y, x, y - 40)
        told = [line for line in self.host.do("wait 800") if line.split()[0] in ("begin", "value", "end", "quiet")]
        words = [line.split()[0] for line in told]
        others = {line.split()[2] for line in told} - {str(KNOB)}
        in_order = words[:1] == ["begin"] and words[-1:] == ["end"] and set(words[1:-1]) == {"value"}
        values = [float(line.split()[3]) for line in told if line.startswith("value")]
        rising = values == sorted(set(values))
        check(f"{name}: the host hears a turned knob once: begin, values, end", in_order and rising and not others,
              f"{len(values)} values" if in_order else " ".join(told[:12]))
        check(f"{name}: it has the value that the host heard last", values and abs(self.host.number(f"get 0 {KNOB}") - values[-1]) < 1e-5)

    def see_automation(self):
        self.rest()
        before, other = self.knob_picture(OTHER_KNOB), self.knob_picture(KNOB)
        old = self.host.number(f"get 0 {OTHER_KNOB}")
        self.host.do(f"set 0 {OTHER_KNOB} 0.95")
        self.host.do("wait 500")
        moved = self.screen.differs(before, self.knob_picture(OTHER_KNOB))
        same = self.screen.differs(other, self.knob_picture(KNOB))
        self.host.do(f"set 0 {OTHER_KNOB} {old}")
        self.host.do("wait 500")
        back = self.screen.differs(before, self.knob_picture(OTHER_KNOB))
        check(f"{name}: the window shows what the host automates", moved > 300 and same == 0 and back == 0,
              f"{moved}, {same}, {back} values differ")
        told = [line for line in self.host.do("wait 100") if line.split()[0] in ("begin", "value", "end")]
        check(f"{name}: the host's own automation is not told to it again", not told, " ".join(told[:6]))

    def press_keys(self):
        self.screen.click(*self.at(700, 20))
        self.screen.tool("key space sleep 0.2 key space")
        keys = [line for line in self.host.do("wait 400") if line.startswith("key")]
        check(f"{name}: the space key is the host's", keys == ["key space"] * 2, " ".join(keys))
        self.choose(KEYS_HERE)
        self.screen.tool("key Tab sleep 0.2 key Tab sleep 0.2 key F5")
        keys = [line for line in self.host.do("wait 400") if line.startswith("key")]
        check(f"{name}: with the keyboard here, the host gets the keys that the window does not use", keys == ["key F5"], " ".join(keys))
        self.choose(KEYS_HOST)

    def still_parts(self):
        """All but the map's playing mark, the pattern and the status."""
        self.rest()
        left, top, _, _ = self.host.where()
        return self.screen.pixels(left + 504, top, 696, 430)

    def keep_still(self):
        first = self.still_parts()
        differing = [self.screen.differs(first, self.still_parts()) for _ in range(8)]
        check(f"{name}: what does not move does not flicker while the song plays", not any(differing), str(differing))

    def change_size(self):
        before = self.still_parts()
        for line, width in ((ZOOM_125, 1500), (ZOOM_75, 900), (ZOOM_NONE, 1200)):
            self.choose(line)
            found = self.host.where()
            self.screen.picture(f"{name}-{width}")
            check(f"{name}: the zoom menu makes the window {width} wide", found[2:] == [width, width * 2 // 3], str(found[2:]))
        for width, height in ((1000, 900), (1500, 700), (1200, 800)) if name != "VST2" else ():
            self.host.do(f"size 0 {width} {height}")
            self.host.do("wait 600")
            self.screen.picture(f"{name}-{width}x{height}")
            found = self.host.where()
            check(f"{name}: the window takes {width} x {height} from the host", found[2:] == [width, height], str(found[2:]))
        stale = self.screen.differs(before, self.still_parts())
        check(f"{name}: at its first size again it looks as before", stale == 0, f"{stale} values differ")

    def drag_out(self):
        self.host.do("wait 500")
        self.host.notes()
        self.host.do("wait 8400")  # two bars from any place on
        heard = self.host.notes()
        first = -(-heard[0][0] // clip.BEAT) * clip.BEAT if heard else 0
        loop = [note for note in heard if first - 0.1 <= note[0] < first - 0.1 + clip.BEAT]
        target = subprocess.Popen([f"{programs}/drop_target"], stdout=subprocess.PIPE, text=True, env=self.screen.environment)
        self.screen.place(self.screen.find("drop target"), 1500, 1000)
        self.screen.drag(*self.at(*self.places.middle("Drag beat")), 1600, 1060)
        self.host.do("wait 800")
        target.terminate()
        data = [line.split()[1] for line in target.stdout if line.startswith("DATA ")]
        uri = bytes.fromhex(data[-1]).decode().strip() if data else ""
        path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path)) if uri.startswith("file:///") else None
        newest = clip.newest(captures)
        ok = path is not None and newest is not None and captures in path.parents and path.read_bytes() == newest.read_bytes()
        check(f"{name}: a beat dragged out is a file of the captures' folder", ok, uri or "nothing was dropped")
        if ok:
            apart = clip.distance(clip.notes(path), loop)
            check(f"{name}: its notes are those that the host gets", apart < 0.002,
                  f"{len(loop)} notes, {apart * 500:.2f} ms apart" if apart < 9 else f"{clip.notes(path)} but {loop}")
        return path

    def drop_in(self, path):
        before = [self.host.number(f"get 0 {index}") for index in range(4)]
        for index in range(4):
            self.host.do(f"set 0 {index} {0.05 + 0.3 * index}")
        self.host.do("wait 500")
        moved = [self.host.number(f"get 0 {index}") for index in range(4)]
        x, y = self.at(600, 400)
        start = time.monotonic()
        source = subprocess.Popen([f"{programs}/drag_source", str(x), str(y), path.as_uri() + "\r\n"], stdout=subprocess.PIPE, text=True,
                                  env=self.screen.environment)
        watchdog = threading.Timer(20, source.kill)
        watchdog.start()
        said = []
        while (line := source.stdout.readline().strip()) and not line.startswith("FINISHED"):
            said.append(line)
        took = time.monotonic() - start
        watchdog.cancel()
        source.kill()
        after = moved
        while after == moved and time.monotonic() < start + 20:  # the search goes on beside the window
            self.host.do("wait 500")
            after = [self.host.number(f"get 0 {index}") for index in range(4)]
        check(f"{name}: a file dropped on the window moves the knobs to its beat", line.startswith("FINISHED 1") and after != moved,
              f"{rounded(before)} dragged, {rounded(moved)} set, {rounded(after)} found, {took * 1000:.0f} ms; {' '.join(said)}")
        self.screen.picture(f"{name}-found")


def rounded(values):
    return " ".join(f"{value:.2f}" for value in values)


with Screen(folder) as screen:
    hands = Hands(screen)
    screen.picture(f"{name}-open")
    hands.turn_a_knob()
    hands.see_automation()
    hands.keep_still()
    hands.press_keys()
    hands.change_size()
    hands.choose(LIGHT)
    hands.rest()
    screen.picture(f"{name}-light")
    hands.choose(DARK)
    dragged = hands.drag_out()
    if dragged:
        hands.drop_in(dragged)
    check(f"{name}: nothing of this allocates on the audio thread", hands.host.number("diagnose 0 0") == 0)
    x_errors = [line for line in hands.host.do("close 0") if line.startswith("x-error")]
    check(f"{name}: no X error reaches the host", not x_errors, " ".join(x_errors))
    ended = hands.host.end()
    check(f"{name}: the host ends well", ended == 0, f"status {ended}")
end()
