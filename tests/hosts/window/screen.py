"""A private X server with a window manager, its pointer and keys, and pictures of it. A line a check."""
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import numpy

WIDTH, HEIGHT = 1900, 1300
failed = False

# So that the servers end with a script that takes too long.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


def check(what, ok, detail=""):
    global failed
    failed |= not ok
    print(f"{'ok' if ok else 'FAILED'}: {what}{f' ({detail})' if detail else ''}", flush=True)
    return ok


def skip(what, why):
    print(f"skipped: {what} ({why})", flush=True)


def eventually(question, seconds=5.0):
    """The first answer of a question that is true; the last one when the time is over."""
    until = time.monotonic() + seconds
    while not (answer := question()) and time.monotonic() < until:
        time.sleep(0.05)
    return answer


class Screen:
    """Pictures go to the folder; programs are started with `environment`."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._log = open(self.folder / "screen.log", "w")
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset"],
            stdout=subprocess.PIPE, stderr=self._log, text=True, start_new_session=True)
        display = ":" + self._server.stdout.readline().strip()
        self.environment = dict(os.environ, DISPLAY=display, LC_ALL="C.UTF-8", LANG="C.UTF-8")
        self._manager = subprocess.Popen(["openbox"], env=self.environment, stdout=self._log, stderr=self._log, start_new_session=True)
        eventually(lambda: self._run("wmctrl", "-m"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()

    def _run(self, *words):
        done = subprocess.run(words, env=self.environment, stdout=subprocess.PIPE, stderr=self._log, text=True)
        return done.stdout if done.returncode == 0 else ""

    def tool(self, commands):
        """A chain of xdotool's commands."""
        return self._run("xdotool", *commands.split())

    def click(self, x, y, button=1, times=1):
        self.tool(f"mousemove {x} {y} sleep 0.1 click --repeat {times} --delay 60 {button}")

    def drag(self, x, y, to_x, to_y, steps=12, pause=0.4):
        self.tool(f"mousemove {x} {y} sleep 0.1 mousedown 1 sleep 0.05")
        moves = [f"mousemove {x + (to_x - x) * n // steps} {y + (to_y - y) * n // steps} sleep 0.02" for n in range(1, steps + 1)]
        self.tool(" ".join(moves))
        time.sleep(pause)
        self.tool("mouseup 1")

    def windows(self):
        """The titles of the managed windows, and their identifiers."""
        rows = [line.split(None, 3) for line in self._run("wmctrl", "-l").splitlines()]
        return {row[3]: row[0] for row in rows if len(row) == 4}

    def find(self, part, seconds=20.0):
        """The identifier of the window that has this in its title; None if there is none."""
        return eventually(lambda: next((number for title, number in self.windows().items() if part in title), None), seconds)

    def place(self, window, x, y, width=-1, height=-1):
        self._run("wmctrl", "-i", "-r", window, "-e", f"0,{x},{y},{width},{height}")
        time.sleep(0.4)

    def activate(self, window):
        self._run("wmctrl", "-i", "-a", window)
        time.sleep(0.2)

    def close(self, window):
        self._run("wmctrl", "-i", "-c", window)

    def corner(self, window):
        """Where the window's content is. Not by xdotool, which adds the decoration twice."""
        words = [line.split() for line in self._run("xwininfo", "-id", window).splitlines() if "Absolute" in line]
        return int(words[0][-1]), int(words[1][-1])

    def corner_within(self, window, width=1200, height=800):
        """Where the plugin's window in a host's is: the innermost one of its size."""
        found = re.findall(rf"\b{width}x{height}\+-?\d+\+-?\d+ +\+(-?\d+)\+(-?\d+)", self._run("xwininfo", "-tree", "-id", window))
        return tuple(int(number) for number in found[-1]) if found else self.corner(window)

    def picture(self, name):
        self._run("import", "-window", "root", str(self.folder / f"{name}.png"))

    def pixels(self, x, y, width, height):
        done = subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "-depth", "8", "rgb:-"],
                              env=self.environment, stdout=subprocess.PIPE, stderr=self._log)
        return numpy.frombuffer(done.stdout, numpy.uint8).astype(int)

    def differs(self, one, other):
        """How many values of two pictures are clearly different."""
        return -1 if len(one) != len(other) else int((abs(one - other) > 24).sum())


def end():
    sys.exit(failed)
