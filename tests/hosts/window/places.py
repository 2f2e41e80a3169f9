"""Where the controls of the window are, as the project's tool prints them; menus open below their button."""
import subprocess

MENU_LINE = 26


class Places:
    def __init__(self, tool):
        printed = subprocess.run([tool, "editor", "--places"], capture_output=True, text=True, check=True).stdout
        self._of = {}
        for line in printed.splitlines():
            x, y, width, height, name = line.split(" ", 4)
            self._of.setdefault(name, (int(x), int(y), int(width), int(height)))

    def of(self, name):
        """Left, top, width, height at a scale of 1."""
        return self._of[name]

    def middle(self, name):
        x, y, width, height = self._of[name]
        return x + width // 2, y + height // 2

    def line(self, button, number):
        """A line of the menu below a button at the right edge."""
        x, y, width, height = self._of[button]
        return x - 60, y + height + 8 + MENU_LINE * number + MENU_LINE // 2
