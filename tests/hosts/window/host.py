"""Drives host.c: a command, and what it answers; what it says at other times is kept."""
import queue
import subprocess
import threading
import time


class Host:
    def __init__(self, program, plugins, environment, log):
        self._process = subprocess.Popen([program, *plugins], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=open(log, "w"),
                                         text=True, env=environment)
        self._lines = queue.Queue()
        self._heard = []
        threading.Thread(target=self._read, daemon=True).start()
        self._until("ready", 30)

    def _read(self):
        for line in self._process.stdout:
            self._lines.put(line.strip())
        self._lines.put(None)

    def _until(self, last, seconds):
        answer, limit = [], time.monotonic() + seconds
        while True:
            line = self._lines.get(timeout=max(0.01, limit - time.monotonic()))
            if line is None:
                raise SystemExit(f"the host ended with {self._process.wait()} before it said \"{last}\"")
            if line == last:
                return answer
            answer.append(line)

    def do(self, command, seconds=60):
        """What the host said since the last command, this one's answer included."""
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        return self._until("done", seconds)

    def ask(self, command, word):
        """The answer's words behind a first word."""
        found = [line.split()[1:] for line in self.do(command) if line.split()[0] == word]
        return found[-1] if found else []

    def number(self, command):
        return float(self.ask(command, "is")[0])

    def figures(self, command, word, seconds=900):
        found = next(line for line in self.do(command, seconds) if line.startswith(word + " "))
        return {name: float(value) for name, value in (part.split("=") for part in found.split()[1:])}

    def where(self, instance=0):
        """The window of the plugin on the screen: x, y, width, height."""
        return [int(word) for word in self.ask(f"where {instance}", "where")]

    def notes(self, instance=0):
        """The note-ons since the last question: quarter, key, velocity."""
        rows = [line.split()[1:] for line in self.do(f"notes {instance}") if line.startswith("note ")]
        return [(float(quarter), int(key), int(velocity)) for quarter, key, velocity in rows]

    def end(self):
        """The exit status; below 0 for a signal."""
        self._process.stdin.close()
        try:
            return self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return -1000
