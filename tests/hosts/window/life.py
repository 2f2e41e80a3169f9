#!/usr/bin/env python3
"""Opens and closes windows in a host's every way, while a song plays: life.py HOST PLUGIN OTHER_PLUGIN FOLDER

Resources are counted with a small heap of the garbage collector, so that what is only not yet collected does not look like a leak.
"""
import sys

from host import Host
from screen import Screen, check, end

program, plugin, other, folder = sys.argv[1:]
name = "CLAP" if plugin.endswith(".clap") else "VST3" if plugin.endswith(".vst3") else "VST2"
COUNT, LOSSES = 200, 10
GROWTH = 2500  # resident KiB that are no leak


def open_many_times(screen):
    host = Host(program, [plugin], dict(screen.environment, DOTNET_GCgen0size="40000"), f"{folder}/cycle.log")
    host.do("play")
    host.do("cycle 0 20 60")
    before = host.figures(f"cycle 0 {COUNT // 2} 60", "resources")
    after = host.figures(f"cycle 0 {COUNT // 2} 60", "resources")
    detail = ", ".join(f"{what} {before[what]:.0f} to {after[what]:.0f}" for what in ("files", "threads", "resident"))
    constant = before["files"] == after["files"] and before["threads"] == after["threads"]
    check(f"{name}: {COUNT} openings leave files, threads and memory as they were",
          constant and after["resident"] - before["resident"] < GROWTH, detail)
    check(f"{name}: a window opens soon", after["open_mean"] < 500, f"mean {after['open_mean']:.1f} ms, worst {after['open_worst']:.1f} ms")
    ended = host.end()
    check(f"{name}: the host ends well after that", ended == 0, f"status {ended}")


def lose_windows(screen):
    host = Host(program, [plugin], screen.environment, f"{folder}/lose.log")
    host.do("play")
    for what, loss in (("its parent is destroyed first", "orphan 0"), ("its X connection is cut", "cut 0"),
                       ("the host loses its own X connection", "lose")):
        for _ in range(LOSSES):
            host.do("open 0")
            host.do("wait 60")
            host.do(loss)
            host.do("wait 60")
            host.do("close 0")
        host.do("open 0")
        host.do("wait 300")
        x, y, width, height = host.where()
        shown = len(set(screen.pixels(x, y, width, height).tolist())) if width else 0
        check(f"{name}: a window opens again after {LOSSES} times {what}", shown > 50, f"{shown} levels of colour at {width} x {height}")
        host.do("close 0")
    host.do("wait 2100")
    quarters = [quarter for quarter, _, _ in host.notes()]
    gap = max(after - before for before, after in zip(quarters, quarters[1:]))
    check(f"{name}: the song plays all the while", gap < 4, f"{len(quarters)} notes, at most {gap:.1f} quarters from one to the next")
    ended = host.end()
    check(f"{name}: the host ends well after that", ended == 0, f"status {ended}")


def open_several(screen):
    host = Host(program, [plugin, other, plugin, other], screen.environment, f"{folder}/several.log")
    host.do("play")
    for instance in range(4):
        host.do(f"open {instance}")
        screen.place(screen.find(f"instance {instance}"), 20 + 220 * instance, 20 + 140 * instance)
    host.do("set 1 0 0.9")
    host.do("wait 1500")
    screen.picture(f"{name}-several")
    sizes = {tuple(host.where(instance)[2:]) for instance in range(4)}
    check(f"{name}: four windows of both formats are open at once", sizes == {(1200, 800)}, str(sizes))
    for instance in (2, 0, 3, 1):
        host.do(f"close {instance}")
        host.do("wait 100")
    host.do("open 0")
    ended = host.end()
    check(f"{name}: an instance may end with its window open", ended == 0, f"status {ended}")


with Screen(folder) as screen:
    open_many_times(screen)
    lose_windows(screen)
    if name == "VST2":
        open_several(screen)
end()
