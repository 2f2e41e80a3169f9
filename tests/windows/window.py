#!/usr/bin/env python3
"""The window under Wine: opened, painted, turned, and a beat dragged from it onto a target by OLE. window.py WORK_FOLDER TOOL"""
import os
import pathlib
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "hosts" / "window"))
from places import Places  # noqa: E402
from screen import Screen, check, end, eventually  # noqa: E402

work, tool = pathlib.Path(sys.argv[1]), sys.argv[2]
places = Places(tool)


class Window:
    """The program with the plugin's window, and what it said."""

    def __init__(self, plugin, environment):
        self._process = subprocess.Popen(["/usr/lib/wine/wine64", work / "programs" / "window.exe", plugin], env=environment, text=True,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.lines = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self._process.stdout:
            self.lines.append(line.strip())

    def said(self, begin, seconds=30):
        return eventually(lambda: next((line for line in self.lines if line.startswith(begin)), None), seconds)

    def end(self):
        self._process.stdin.close()
        try:
            return self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return -1000


def use(screen, plugin, name):
    window = Window(plugin, dict(screen.environment, WINEDLLOVERRIDES="winemenubuilder.exe,winedbg.exe=d"))
    opened = window.said("open")
    if not check(f"{name}: the window opens", opened == "open 1200 800", f"{opened}"):
        window.end()
        return
    time.sleep(2)
    screen.picture(f"{name}-open")
    levels = len(set(screen.pixels(0, 0, 1200, 800).tolist()))
    check(f"{name}: it is painted", levels > 50, f"{levels} levels of colour")

    x, y = places.middle("Busy")
    screen.drag(x, y, x, y - 40)
    turned = window.said("value", 5)
    check(f"{name}: a knob that is turned is turned in the host", turned, f"{turned}")

    x, y = places.middle("Drag beat")
    screen.drag(x, y, 1350, 400, steps=25, pause=0.8)
    dropped = window.said("dropped", 10)
    path = dropped.removeprefix("dropped ") if dropped else ""
    file = pathlib.Path(os.environ["WINEPREFIX"]) / "dosdevices" / path.replace("\\", "/").replace("C:", "c:").replace("Z:", "z:")
    is_midi = dropped and file.is_file() and file.read_bytes()[:4] == b"MThd"
    check(f"{name}: a beat dragged onto a window is a MIDI file there", is_midi, f"{dropped}")
    screen.picture(f"{name}-dropped")
    check(f"{name}: it ends well", window.end() == 0)


with Screen(work / "window") as screen:
    for name, file in (("VST2", "DrumSpace.dll"), ("CLAP", "DrumSpace.clap"), ("VST3", "DrumSpace.vst3")):
        use(screen, str(work / "plugin" / file), name)
end()
