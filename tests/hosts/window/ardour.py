#!/usr/bin/env python3
"""The window in Ardour: opened from a track's strip, a knob turned, and a beat dragged onto the canvas.

ardour.py PLUGIN_FOLDER TOOL FOLDER vst2|vst3

Ardour 7.3 and JACK's library of Debian 12 lose each other in some starts, with or without plugins, so a start is tried some times.
"""
import glob
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import clip
from daw import Daw
from places import Places
from screen import Screen, check, end, eventually, skip

plugins, tool, folder, is_vst3 = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), sys.argv[4] == "vst3"
here = pathlib.Path(__file__).parent
ardour = pathlib.Path(sorted(glob.glob("/usr/lib/ardour[0-9]*"))[-1])
version = ardour.name.removeprefix("ardour")
home, session, scanned = folder / "home", folder / "window", folder / "vst"
library = home / ".vst3" / "DrumSpace.vst3" if is_vst3 else scanned / "DrumSpace.so"
host = "Ardour, VST3" if is_vst3 else "Ardour"
environment = dict(os.environ, HOME=str(home), LXVST_PATH=str(scanned), VST_PATH=str(scanned))
TRACK_AT, PLUGIN_AT, CANVAS_AT = (149, 344), (60, 170), (480, 600)  # in the main window of 1300 x 800
KNOB = (567, 100)
TRIES = 4


def prepare():
    """Scans the plugin, makes the session, and answers the questions that a first start asks."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)
    shutil.rmtree(session, ignore_errors=True)
    if is_vst3:
        shutil.copytree(pathlib.Path(plugins) / library.name, library, dirs_exist_ok=True)
    else:
        shutil.copytree(plugins, scanned, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.vst3"))
    for file in library, *library.glob("Contents/*/*.so"):
        os.utime(file, (time.time() - 3600,) * 2)  # Ardour ignores the scan's cache unless the plugin is clearly older
    settings = home / ".config" / f"ardour{version}"
    settings.mkdir(parents=True, exist_ok=True)
    log = open(folder / "prepare.log", "w")
    scanning = dict(environment, LD_LIBRARY_PATH=str(ardour))
    scanner, kind = ("ardour-vst3-scanner", "VST3") if is_vst3 else ("ardour-vst-scanner", "LXVST")
    subprocess.run([ardour / scanner, "-f", library], env=scanning, stdout=log, stderr=log)
    subprocess.run([f"ardour{version}-lua", here / "ardour.lua", session, kind], env=environment, stdout=log, stderr=log, timeout=60)
    (settings / f".a{version}").touch()
    state = ('backend="JACK" driver="dummy" device="dummy" input-device="dummy" output-device="dummy" sample-rate="48000" buffer-size="1024" '
             'n-periods="2" input-latency="0" output-latency="0" input-channels="2" output-channels="2" active="1" use-buffered-io="0" '
             'midi-option="none" lru="1"')
    options = {"try-autostart-engine": 1, "plugin-path-lxvst": scanned, "plugin-path-vst": scanned, "use-lxvst": 1, "use-vst3": 1,
               "discover-plugins-on-start": 0, "check-announcements": 0}
    lines = "".join(f'<Option name="{name}" value="{value}"/>' for name, value in options.items())
    (settings / "config").write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<Ardour><Config>{lines}</Config><Extra><AudioMIDISetup>'
                                     f'<EngineStates><State {state}/></EngineStates></AudioMIDISetup></Extra></Ardour>\n')
    return (session / "window.ardour").is_file()


def open_window(screen, main):
    """The window's identifier, with the mixer strip of the track beside the canvas."""
    screen.place(main, 0, 480, 1300, 800)
    x, y = screen.corner(main)
    screen.click(x + TRACK_AT[0], y + TRACK_AT[1])
    screen.tool("key shift+e")
    time.sleep(1.5)
    screen.click(x + TRACK_AT[0], y + TRACK_AT[1])
    time.sleep(1)
    screen.picture("session")
    return show_window(screen, main)


def show_window(screen, main):
    """The window's identifier, after a double click on the plugin in the mixer strip."""
    x, y = screen.corner(main)
    for _ in range(4):
        screen.activate(main)
        screen.click(x + PLUGIN_AT[0], y + PLUGIN_AT[1], times=2)
        found = screen.find("DrumSpace", 3)
        if found:
            return found
    return None


def save(screen, main):
    """The session as it is saved now."""
    file = session / "window.ardour"
    before = file.stat().st_mtime_ns
    screen.activate(main)
    screen.tool("key ctrl+s")
    eventually(lambda: file.stat().st_mtime_ns != before, 8)
    time.sleep(0.5)
    return file.read_text(errors="replace")


def value_of(text):
    """The first parameter of the plugin, as the session has it."""
    found = re.search(r'<Controllable name="[^"]*" id="\d+" flags="[^"]*" value="([^"]*)" parameter="0"', text) \
        or re.search(r'parameter="0"[^>]*value="([^"]*)"', text)
    return float(found.group(1)) if found else None


def use(screen, main):
    window = open_window(screen, main)
    screen.picture("open")
    if not check(f"{host}: the window opens", window, ", ".join(screen.windows())):
        return
    screen.place(window, 690, 0)
    time.sleep(2)
    screen.picture("open")
    left, top = screen.corner_within(window)

    old = value_of(save(screen, main))
    screen.activate(window)
    screen.drag(left + KNOB[0], top + KNOB[1], left + KNOB[0], top + KNOB[1] - 40)
    time.sleep(0.7)
    new = value_of(save(screen, main))
    is_turned = old is not None and new is not None and new - old > 0.1
    check(f"{host}: a knob that is turned is turned in the host's session", is_turned, f"{old} to {new}")

    x, y = Places(tool).middle("Drag beat")
    main_x, main_y = screen.corner(main)
    screen.activate(window)
    screen.drag(left + x, top + y, main_x + CANVAS_AT[0], main_y + CANVAS_AT[1], steps=20)
    copied = eventually(lambda: list(session.rglob("DrumSpace*.mid")), 10)
    time.sleep(1.5)
    text = save(screen, main)
    screen.picture("dragged")
    source = clip.newest(os.environ["DRUMSPACE_CAPTURES"])
    file = copied[0] if copied else None
    if check(f"{host}: a beat dragged onto the canvas is a region of the session", file and file.stem in text, str(file)):
        some, others = clip.notes(file), clip.notes(source)
        check(f"{host}: its notes are the file's", some and clip.distance(some, others) < 0.001, f"{len(some)} notes, {source.name}")

    screen.close(window)
    is_gone = eventually(lambda: not screen.find("DrumSpace", 0), 10)
    again = show_window(screen, main)
    if check("Ardour: the window closes and opens again", is_gone and again):
        time.sleep(1)
        left, top = screen.corner_within(again)
        levels = len(set(screen.pixels(left, top, 1200, 800).tolist()))
        check("Ardour: it is painted again", levels > 50, f"{levels} levels of colour")


folder.mkdir(parents=True, exist_ok=True)
if not check(f"{host}: a session with the plugin is made", prepare()):
    end()
with Screen(folder) as screen:
    screen.environment |= environment | {"DISPLAY": screen.environment["DISPLAY"]}
    for _ in range(TRIES):
        with Daw(["/usr/bin/ardour", "-n", "-a", "-P", str(session)], screen, folder) as daw:
            main = screen.find("window - Ardour", 40)
            screen.picture("start")
            time.sleep(3)
            if main and daw.is_alive and "HALTED" not in daw.log():
                use(screen, main)
                break
            reason = "JACK's connection broke" if "HALTED" in daw.log() else "its window did not come" if daw.is_alive else "it ended"
    else:
        skip(f"{host}: the window", f"Ardour did not start in {TRIES} tries: {reason}")
end()
