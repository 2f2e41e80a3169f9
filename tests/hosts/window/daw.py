"""A JACK server without sound hardware and a program on it."""
import glob
import os
import signal
import subprocess


class Daw:
    """`command` runs on a server of its own."""

    def __init__(self, command, screen, folder, **variables):
        self._name = f"window{os.getpid()}"
        self._log = open(folder / "daw.log", "w")
        self.environment = dict(screen.environment, HOME=str(folder / "home"), JACK_DEFAULT_SERVER=self._name,
                                JACK_NO_AUDIO_RESERVATION="1", JACK_NO_START_SERVER="1", **variables)
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            self.environment.pop(name, None)
        server = ["jackd", "-n", self._name, "--no-realtime", "-t", "5000", "-d", "dummy", "-r", "48000", "-p", "1024"]
        self._server = self._start(server, self.environment)
        subprocess.run(["jack_wait", "-w", "-t", "10", "-s", self._name], env=self.environment, stdout=self._log, stderr=self._log)
        self._program = self._start(command, self.environment)

    def __enter__(self):
        return self

    # JACK has slots for eight servers and does not free that of a killed one, so it is ended gently, and before its client: for a lost one
    # it would wait a minute. The host would ask whether to save, so it is killed.
    def __exit__(self, *_):
        self._server.terminate()
        try:
            self._server.wait(20)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        self._program.kill()
        self._program.wait()
        for file in glob.glob(f"/dev/shm/jack_*{self._name}_*"):
            os.remove(file)

    def _start(self, command, environment):
        return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
                                start_new_session=True)

    @property
    def is_alive(self):
        return self._program.poll() is None

    def log(self):
        return open(self._log.name, errors="replace").read()

    def signal(self, number=signal.SIGUSR1):
        self._program.send_signal(number)

    def resources(self):
        """Open files and threads."""
        return [len(os.listdir(f"/proc/{self._program.pid}/{kind}")) for kind in ("fd", "task")]
