#!/usr/bin/env python3
"""What the window costs the audio thread: timing.py HOST PLUGIN FOLDER

The host keeps the time of a sound card, without real-time priority, so the figures of a busy machine are its own: only a gross difference
fails. The bytes are exact.
"""
import sys

from host import Host
from screen import Screen, check, end

program, plugin, folder = sys.argv[1:]
name = "CLAP" if plugin.endswith(".clap") else "VST3" if plugin.endswith(".vst3") else "VST2"
SECONDS = 4


def line(figures):
    return f"median {figures['median']:.0f} us, 99 of 100 under {figures['p99']:.0f} us, {figures['processor']:.1f} % of a processor"


with Screen(folder) as screen:
    host = Host(program, [plugin], screen.environment, f"{folder}/timing.log")
    host.do("play")
    host.do("wait 3000")
    closed = host.figures(f"measure {SECONDS}", "measured")
    host.do("open 0")
    host.do("wait 1000")
    opened = host.figures(f"measure {SECONDS}", "measured")
    host.do("stop")
    host.do("wait 500")
    stopped = host.figures(f"measure {SECONDS}", "measured")
    host.do("play")
    check(f"{name}: a block without the window", closed["blocks"] > 500, line(closed))
    check(f"{name}: a block with the window open takes about as long", opened["median"] < 3 * closed["median"] + 100, line(opened))
    check(f"{name}: a window at rest costs little", stopped["processor"] < closed["processor"] + 8, line(stopped))
    screen.tool("mousemove 300 300")
    for n in range(40):
        host.do(f"set 0 {n % 4} {n / 40}")
        screen.tool(f"mousemove {300 + 10 * n} {300 + 5 * n}")
        host.do("wait 50")
    check(f"{name}: the audio thread allocates nothing with the window open", host.number("diagnose 0 0") == 0)
    host.end()
end()
