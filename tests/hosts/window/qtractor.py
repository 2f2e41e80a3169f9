#!/usr/bin/env python3
"""The window in Qtractor: opened from a session, turned, closed and opened, and a beat dragged below the tracks.
qtractor.py PLUGIN TOOL SEQUENCER FOLDER; SEQUENCER is the library of sequencer.c.
"""
import os
import pathlib
import re
import subprocess
import sys
import time

import clip
from daw import Daw
from places import Places
from screen import Screen, check, end, eventually

plugin, tool, sequencer, folder = sys.argv[1], sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4])
kind = "CLAP" if plugin.endswith(".clap") else "VST"
name = "Qtractor, CLAP" if kind == "CLAP" else "Qtractor"
session = folder / "window.qtr"
PLUGIN_AT, BELOW_TRACKS = (184, 178), (330, 480)  # in the main window of 1024 x 700
KNOB = (567, 100)
OPENINGS = 20
CHECK = pathlib.Path(__file__).parent.parent / "check.py"


def write_session():
    session.write_text(f"""<!DOCTYPE qtractorSession>
<session name="window" version="Qtractor 0.9.31">
 <properties><directory>{folder}</directory><description/><sample-rate>48000</sample-rate><tempo>120</tempo><ticks-per-beat>960</ticks-per-beat>
  <beats-per-bar>4</beats-per-bar><beat-divisor>2</beat-divisor></properties>
 <state><loop-start>0</loop-start><loop-end>0</loop-end><punch-in>0</punch-in><punch-out>0</punch-out></state>
 <files><audio-list/><midi-list/></files>
 <devices>
  <audio-engine><audio-control><transport-mode>duplex</transport-mode><timebase>1</timebase></audio-control>
   <audio-bus name="Master" mode="duplex"><monitor>0</monitor><channels>2</channels></audio-bus></audio-engine>
  <midi-engine><midi-control><mmc-mode>none</mmc-mode></midi-control>
   <midi-bus name="Master" mode="duplex"><monitor>0</monitor></midi-bus></midi-engine>
 </devices>
 <tracks><view><pixels-per-beat>32</pixels-per-beat></view>
  <track name="Drums" type="midi">
   <properties><input-bus>Master</input-bus><output-bus>Master</output-bus><midi-omni>0</midi-omni><midi-channel>0</midi-channel></properties>
   <state><mute>0</mute><solo>0</solo><record>0</record><monitor>0</monitor><gain>1</gain><panning>0</panning></state>
   <view><height>120</height></view><controllers/><clips/>
   <plugins><plugin type="{kind}"><filename>{plugin}</filename><index>0</index><label>DrumSpace</label><preset/>
     <direct-access-param>-1</direct-access-param><activated>1</activated><configs/><params/></plugin>
    <audio-output-bus>0</audio-output-bus><audio-output-auto-connect>1</audio-output-auto-connect></plugins></track>
 </tracks>
</session>
""")


def save(daw):
    """The session as it is saved now."""
    before = session.stat().st_mtime_ns
    daw.signal()
    eventually(lambda: session.stat().st_mtime_ns != before, 10)
    time.sleep(0.5)
    return session.read_text(errors="replace")


def knob_of(text):
    """The first knob in the plugin's own state, as check.py reads it; in VST2 also as the host knows it."""
    printed = subprocess.run([sys.executable, CHECK, "chunk", session], capture_output=True, text=True).stdout.split()
    own = float(printed[0]) if printed else -1
    known = re.search(r'<param name="[^"]*" index="0">([^<]*)</param>', text)
    return own, float(known.group(1)) if known else own


def open_window(screen, main):
    """The window's identifier, after a double click on the plugin in the list of the track."""
    for _ in range(4):
        x, y = screen.corner(main)
        screen.activate(main)
        screen.click(x + PLUGIN_AT[0], y + PLUGIN_AT[1], times=2)
        found = screen.find("DrumSpace", 2)
        if found:
            return found
    return None


def run(screen, daw):
    main = screen.find("window.qtr", 40)
    if not check(f"{name}: the session opens", main and daw.is_alive):
        return
    screen.place(main, 0, 560, 1024, 700)
    time.sleep(2)
    screen.picture("session")
    window = open_window(screen, main)
    screen.picture("open")
    if not check(f"{name}: the window opens", window, ", ".join(screen.windows())):
        return
    screen.place(window, 640, 10)
    time.sleep(2)
    screen.picture("open")
    left, top = screen.corner_within(window)

    old, _ = knob_of(save(daw))
    screen.drag(left + KNOB[0], top + KNOB[1], left + KNOB[0], top + KNOB[1] - 40)
    time.sleep(0.7)
    new, known = knob_of(save(daw))
    check(f"{name}: a knob that is turned is turned in the session", new - old > 0.1 and abs(known - new) < 1e-4,
          f"{old} to {new}, {known}")

    clips = pathlib.Path(os.environ["DRUMSPACE_CAPTURES"])
    x, y = Places(tool).middle("Drag beat")
    main_x, main_y = screen.corner(main)
    screen.activate(window)
    screen.drag(left + x, top + y, main_x + BELOW_TRACKS[0], main_y + BELOW_TRACKS[1])
    time.sleep(1.5)
    text = save(daw)
    screen.picture("dragged")
    found = re.search(r"<properties>(?:(?!</clip>).)*?<length>(\d+)</length>(?:(?!</clip>).)*<midi-clip>\s*<filename>([^<]*)</filename>", text, re.S)
    source = clip.newest(clips)
    there = (folder / found.group(2)).resolve() if found else None
    if check(f"{name}: a beat dragged below the tracks is a clip of the session", there and there.is_file(), str(there)):
        notes = clip.notes(there)
        # Qtractor refers to the file where it is, and ends the clip with its last note.
        is_source = there == source.resolve() and 180000 < int(found.group(1)) <= 192000
        check(f"{name}: it is the file that was written", notes and is_source,
              f"{len(notes)} notes, {found.group(1)} frames")

    files_before = None
    for number in range(OPENINGS):
        screen.close(window)
        closed = eventually(lambda: not any("DrumSpace" in title for title in screen.windows()), 5)
        window = open_window(screen, main) if closed else None
        if not window or not daw.is_alive:
            break
        if number == 4:
            files_before = daw.resources()
    files_after = daw.resources() if daw.is_alive else None
    check(f"{name}: {OPENINGS} times closed and opened, with constant files and threads", window and files_before == files_after,
          f"{files_before} to {files_after}, the last was number {number + 1}")
    time.sleep(1)
    screen.picture("again")


os.makedirs(folder / "home", exist_ok=True)
write_session()
with Screen(folder) as screen, Daw(["qtractor", str(session)], screen, folder, LD_PRELOAD=sequencer, QT_QPA_PLATFORM="xcb") as daw:
    run(screen, daw)
end()
