#!/usr/bin/env python3
"""check.py TOOL WORK PLUGIN_FOLDER: `drumspace host` on ALSA; a line a check, exit status 1 if one fails. See run.sh."""
import array
import fcntl
import json
import os
import pty
import re
import signal
import statistics
import subprocess
import sys
import threading
import time

tool, work, plugins = sys.argv[1:]
RATE, FRAME_BYTES, SET_PIPE_SIZE = 48000, 8, 1031
AMSYNTH = "/usr/lib/vst/amsynth_vst.so"
failed = False
os.environ.update(HOME=work, XDG_CONFIG_HOME=f"{work}/config", XDG_DATA_HOME=f"{work}/data", XDG_STATE_HOME=f"{work}/state",
                  ALSA_CONFIG_PATH=f"{work}/asoundrc", DRUMSPACE_LOG=f"{work}/drumspace.log", TERM="xterm-256color")
os.environ.pop("DISPLAY", None)
open(f"{work}/asoundrc", "w").write(f"""
pcm.nothing {{ type null }}
pcm.card {{ type file slave.pcm nothing file "{work}/pcm" format raw hint {{ show on description "A pipe" }} }}
seq.default {{ type hw }}
""")
os.mkfifo(f"{work}/pcm")


def check(what, ok, detail=""):
    global failed
    failed |= not ok
    print(f"{'ok' if ok else 'FAILED'}: {what}{f' ({detail})' if detail else ''}", flush=True)


class Card(threading.Thread):
    """Reads the pipe at the pace of a sound card, and keeps the loudest sample."""

    def __init__(self):
        super().__init__(daemon=True)
        self.peak = 0.0
        self.start()

    def run(self):
        try:
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(80))
        except PermissionError:
            print("the pace of the card is only as steady as this machine is idle", file=sys.stderr)
        pipe = os.open(f"{work}/pcm", os.O_RDONLY)
        fcntl.fcntl(pipe, SET_PIPE_SIZE, 4096)
        begin, frames = 0, 0
        while data := os.read(pipe, 2048):
            # A card's time begins with the first frame, and does not run faster after a dropout.
            if time.monotonic() > begin + frames / RATE + 0.05:
                begin = time.monotonic() - frames / RATE
            frames += len(data) / FRAME_BYTES
            whole = data[:len(data) // 4 * 4]
            self.peak = max(self.peak, *(abs(sample) for sample in array.array("f", whole)), 0.0)
            time.sleep(max(0, begin + frames / RATE - time.monotonic()))
        os.close(pipe)


def play(name, seconds, *options, during=None, sequencer=True, **environment):
    """Runs a host in a terminal of its own, ends it by SIGTERM, and returns its exit status, its screen, the sequencer's log, the card."""
    card = Card()
    log = f"{work}/{name}.notes"
    environment = {**os.environ, **environment}
    if sequencer:
        environment |= {"LD_PRELOAD": f"{work}/sequencer.so", "SEQUENCER_LOG": log, "SEQUENCER_IN": f"{work}/midi-in"}
    main, side = pty.openpty()
    fcntl.ioctl(side, 0x5414, b"\x28\x00\x78\x00\x00\x00\x00\x00")
    host = subprocess.Popen([tool, "host", *options], stdin=side, stdout=side, stderr=side, env=environment, start_new_session=True)
    os.close(side)
    screen = bytearray()

    def read():
        try:
            while data := os.read(main, 65536):
                screen.extend(data)
        except OSError:
            pass

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    time.sleep(seconds)
    if during:
        during(host, main)
    host.send_signal(signal.SIGTERM)
    try:
        status = host.wait(60)
    except subprocess.TimeoutExpired:
        host.kill()
        status = "killed"
    reader.join(5)
    os.close(main)
    notes = [line.split() for line in open(log)] if os.path.exists(log) else []
    return status, screen.decode(errors="replace"), [(float(a), float(b), int(c), int(d)) for a, b, c, d in notes], card


def listed():
    out = subprocess.run([tool, "host", "--list-devices"], capture_output=True, text=True).stdout
    check("--list-devices names ALSA's device and its description", re.search(r"^ +card +A pipe$", out, re.M) is not None)


def notes_in_time():
    status, screen, notes, card = play("notes", 14, "--audio-output", "card", "--block", "1024", "--session", "one", "--play")
    ons = [(at, now) for at, now, _, velocity in notes if velocity][8:]
    check("notes go out by the sequencer's queue", len(ons) > 40, f"{len(ons)} note-ons")
    late = sum(now > at for at, now in ons)
    ahead = statistics.median(at - now for at, now in ons) if ons else 0
    check("each is in the queue before its time", late == 0 and ahead > 0, f"{late} late; {ahead * 1e3:.1f} ms ahead in the median")
    # The grid of 16ths that fits best: the pace is the card's, which is this script's clock, the queue's the same one.
    grid = [round((at - ons[0][0]) / 0.125) for at, _ in ons]
    shift = statistics.median(at - step * 0.125 for (at, _), step in zip(ons, grid))
    errors = [at - step * 0.125 - shift for (at, _), step in zip(ons, grid)]
    worst = max(map(abs, errors), default=1)
    check("they are on the grid of 16ths of the clock", worst < 0.005,
          f"at most {worst * 1e3:.2f} ms, {statistics.pstdev(errors) * 1e3:.2f} ms rms, of {len(errors)}")
    sounding = {}
    for _, _, key, velocity in notes:
        sounding[key] = sounding.get(key, 0) + (1 if velocity else -1)
    check("SIGTERM ends all notes", status == 0 and not any(sounding.values()), f"status {status}, {sounding}")
    check("the card got the sound", card.peak > 0.05, f"peak {card.peak:.2f}")
    check("the terminal view shows time, pattern and levels",
          all(text in screen for text in ("playing", "Bass Drum 1", "█", "out 1", "card")), "")
    check("the audio thread allocated nothing", " 0 bytes allocated by the audio thread" in screen)


def kept():
    machines = json.load(open(f"{work}/config/DrumSpace/host.json"))["machines"]
    check("the device is kept for this machine", [m.get("audioOutput") for m in machines.values()] == ["card"])
    session = json.load(open(f"{work}/data/DrumSpace/sessions/one.json"))
    check("the session has the plugin's state", len(session["plugins"][0]["state"]) > 100)

    def faster(_, terminal):
        os.write(terminal, b"+++ ")
        time.sleep(2)

    status, screen, _, _ = play("again", 4, "--session", "one", during=faster)
    tempo = json.load(open(f"{work}/data/DrumSpace/sessions/one.json"))["tempo"]
    check("the next run takes that device, keys set the tempo, the session keeps it", status == 0 and "card" in screen and tempo == 123, tempo)


def gone():
    name = f"{work}/config/DrumSpace/host.json"
    text = open(name).read()
    open(name, "w").write(text.replace('"card"', '"lost"'))
    run = subprocess.run([tool, "host", "--headless"], capture_output=True, text=True)
    check("a device that is gone is named, and none is taken in its place",
          run.returncode == 1 and run.stderr == 'error: The ALSA device "lost" cannot play: there is no such device.\n', run.stderr.strip())
    open(name, "w").write(text)


def without_sequencer():
    status, screen, _, _ = play("silent", 4, "--headless", sequencer=False)
    check("without a sequencer in the kernel it plays, and says what is missing",
          status == 0 and (os.path.exists("/dev/snd/seq") or "/dev/snd/seq is missing" in screen), status)


def midi_in():
    os.mkfifo(f"{work}/midi-in")

    def press(*_):
        with open(f"{work}/midi-in", "wb", buffering=0) as keys:
            keys.write(bytes((60, 100)))
            time.sleep(2)

    status, _, _, card = play("synth", 5, "--plugin", AMSYNTH, "--headless", during=press)
    check("a note that comes in by the sequencer sounds in amsynth", status == 0 and card.peak > 0.01, f"peak {card.peak:.2f}")


def window():
    server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1300x900x24", "-nolisten", "tcp"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    display = {"DISPLAY": ":" + server.stdout.readline().strip()}

    def ask(*command):
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **display}).stdout

    for file in ("DrumSpace.so", "DrumSpace.clap", "DrumSpace.vst3"):
        seen = {}

        def look(host, _):
            found = ask("xdotool", "search", "--pid", str(host.pid), "--name", "DrumSpace").split()
            seen["window"] = found[:1]
            seen["colours"] = int(ask("import", "-window", "root", "-format", "%k", "info:") or 0)
            ask("import", "-window", "root", f"{work}/{file}.png")
            if found:
                ask("xdotool", "windowfocus", found[0], "key", "space")
                time.sleep(3)

        status, screen, notes, _ = play(file, 8, "--plugin", f"{plugins}/{file}", "--window", during=look, **display)
        check(f"{file}: its window is shown in ours", status == 0 and bool(seen["window"]) and seen["colours"] > 500, seen)
        check(f"{file}: the space bar in it plays the song", "▶ playing" in screen and len(notes) > 0, f"{len(notes)} notes")
    server.terminate()
    server.wait()
    run = subprocess.run([tool, "host", "--window", "--audio-output", "nothing"], capture_output=True, text=True, env={**os.environ, "DISPLAY": ":4711"})
    check("--window without a display is one sentence", "cannot be reached" in run.stderr and run.returncode == 1,
          run.stderr.strip().splitlines()[-1])


for part in (listed, notes_in_time, kept, gone, without_sequencer, midi_in, window):
    part()
sys.exit(failed)
