"""A screen reader for tests, by Debian's own library: a command a line on the standard input, its answer on the output, then "done".

    apps                  the names of the applications on the desktop
    tree                  a line an element of DrumSpace: role|name|value|minimum|maximum|x y width height|interfaces|actions|states
    set NAME VALUE        by the Value interface
    do ACTION NAME        by the Action interface
    text NAME             length|caret|text, by the Text interface
    focus NAME            by the Component interface
    at X Y                the element at a place of the screen
    events                the events since the last question: type|detail|name|data
"""
import sys
import threading

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

heard = []


def application():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == "DrumSpace":
            return child
    return None


def walk(element):
    yield element
    for index in range(element.get_child_count()):
        child = element.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def find(name):
    return next(element for element in walk(application()) if element.get_name() == name)


def line_of(element):
    interfaces = element.get_interfaces()
    value = minimum = maximum = ""
    if "Value" in interfaces:
        value, minimum, maximum = (f"{number:g}" for number in (
            element.get_current_value(), element.get_minimum_value(), element.get_maximum_value()))
    bounds = ""
    if "Component" in interfaces:
        box = element.get_extents(Atspi.CoordType.SCREEN)
        bounds = f"{box.x} {box.y} {box.width} {box.height}"
    actions = [element.get_action_name(index) for index in range(element.get_n_actions())] if "Action" in interfaces else []
    states = [state.value_nick for state in element.get_state_set().get_states()]
    shown = element.get_attributes().get("valuetext", "")
    return "|".join((element.get_role_name(), element.get_name(), shown, value, minimum, maximum, bounds, ",".join(interfaces),
                     ",".join(actions), ",".join(states)))


def run(words):
    verb, rest = words[0], " ".join(words[1:])
    if verb == "apps":
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            print("app", child.get_name() if child else "?", child.get_toolkit_name() if child else "")
    elif verb == "tree":
        for element in walk(application()):
            print(line_of(element))
    elif verb == "set":
        print(find(" ".join(words[1:-1])).set_current_value(float(words[-1])))
    elif verb == "do":
        element = find(" ".join(words[2:]))
        names = [element.get_action_name(index) for index in range(element.get_n_actions())]
        print(element.do_action(names.index(words[1])))
    elif verb == "text":
        element = find(rest)
        print(f"{element.get_character_count()}|{element.get_caret_offset()}|{Atspi.Text.get_text(element, 0, -1)}")
    elif verb == "focus":
        print(find(rest).grab_focus())
    elif verb == "at":
        frame = application().get_child_at_index(0)
        found = frame.get_accessible_at_point(int(words[1]), int(words[2]), Atspi.CoordType.SCREEN)
        print(found.get_name() if found else "nothing")
    elif verb == "events":
        while heard:
            print(heard.pop(0))


def answer(line):
    try:
        run(line.split())
    except Exception as problem:  # The test shows it.
        print(f"failed: {type(problem).__name__} {problem}")
    print("done", flush=True)
    return False


def listen(event):
    try:
        source = event.source.get_name() if event.source else "?"
    except GLib.Error:  # It is gone already.
        source = "?"
    data = event.any_data.get_name() if isinstance(event.any_data, Atspi.Accessible) else event.any_data
    heard.append(f"{event.type}|{event.detail1}|{source}|{data}")


def read():
    for line in sys.stdin:
        GLib.idle_add(answer, line)
    GLib.idle_add(Atspi.event_quit)


listener = Atspi.EventListener.new(listen)
for kind in ("object:state-changed", "object:property-change", "object:children-changed", "object:text-changed", "window"):
    listener.register(kind)
threading.Thread(target=read, daemon=True).start()
print("ready", flush=True)
Atspi.event_main()
