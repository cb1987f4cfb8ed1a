"""The program under test, with a home of its own: over a pipe, or on a terminal."""

import fcntl
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time

# Longer than anything here takes, on a busy machine.
PATIENCE = 60
INPUT = re.compile(r"^(?:fathom|answer\[[^\]]*\])> ?(.*)$")


def inputs_of(text):
    """The inputs of a transcript, or of what a session without a terminal shows.

    Enter alone is written as what it stands for.
    """
    return [found.group(1) or ":next" for found in map(INPUT.match, text.splitlines()) if found]


class Home:
    """A folder that a program takes for its home, with the lessons in it."""

    def __init__(self, program, lessons):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="fathom-soak-")
        self.lessons = os.path.join(self.folder, "lessons")
        shutil.copytree(lessons, self.lessons)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self, **changes):
        base = {
            "PATH": os.environ["PATH"], "HOME": self.folder, "FATHOM_LESSONS": self.lessons,
            "XDG_STATE_HOME": os.path.join(self.folder, "state"), "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "FATHOM_THREADS": "1",
        }
        return {name: value for name, value in {**base, **changes}.items() if value is not None}

    def transcripts(self):
        """The text of each transcript that is kept."""
        texts = {}
        for folder, _, names in os.walk(os.path.join(self.folder, "state")):
            for path in (os.path.join(folder, name) for name in names if ".transcript" in name):
                with open(path, encoding="utf-8", errors="replace") as file:
                    texts[path] = file.read()
        return texts

    def run(self, arguments, lines=(), **changes):
        """Status and all that is shown; None for the status of what hangs."""
        given = "".join(line + "\n" for line in lines).encode()
        try:
            done = subprocess.run(
                [self.program, *arguments], input=given, stdout=subprocess.PIPE, cwd=self.folder,
                stderr=subprocess.STDOUT, env=self.environment(**changes), timeout=PATIENCE)
        except subprocess.TimeoutExpired as late:
            return None, (late.stdout or b"").decode(errors="replace")
        return done.returncode, done.stdout.decode(errors="replace")


class Terminal:
    """A program on a pseudo-terminal."""

    def __init__(self, home, arguments, columns=80, rows=200, **changes):
        self.ours, self.theirs = os.openpty()
        fcntl.ioctl(self.ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(self.theirs)
        self.shown = b""
        self.process = subprocess.Popen(
            [home.program, *arguments], stdin=self.theirs, stdout=self.theirs, stderr=self.theirs,
            cwd=home.folder, env=home.environment(**changes), start_new_session=True,
            preexec_fn=self._control)

    def _control(self):
        # A shell in the background has its programs ignore some.
        for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_DFL)
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill(signal.SIGKILL)
        self.process.wait()
        os.close(self.ours)
        os.close(self.theirs)

    def take(self, seconds=0.0):
        """Takes what the program has shown, waiting for it as long as is said."""
        while select.select([self.ours], [], [], seconds)[0]:
            self.shown += os.read(self.ours, 65536)
            seconds = 0.0

    def send(self, data):
        """Types; what the program shows meanwhile is taken, so that neither waits for the other."""
        data = data if isinstance(data, bytes) else data.encode()
        end = time.monotonic() + PATIENCE
        while data and time.monotonic() < end and self.is_alive():
            self.take()
            if select.select([], [self.ours], [], 0.1)[1]:
                data = data[os.write(self.ours, data[:256]):]

    def wait(self, expected, after=0, seconds=PATIENCE):
        """Whether something is shown, behind so many bytes, before the program ends."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.take(0.02)
            if expected in self.shown[after:]:
                return True
            if not self.is_alive():
                self.take()
                return expected in self.shown[after:]
        return False

    def end(self, seconds=PATIENCE):
        """The status of the program when it has ended; None if it goes on."""
        end = time.monotonic() + seconds
        while self.is_alive() and time.monotonic() < end:
            self.take(0.02)
        self.take()
        return self.process.poll()

    def is_alive(self):
        return self.process.poll() is None

    def kill(self, number):
        if self.is_alive():
            os.kill(self.process.pid, number)

    def is_as_before(self):
        """Whether the terminal is as it was: its mode, pastes, the cursor, the screen."""
        if termios.tcgetattr(self.theirs) != self.before:
            return False
        pairs = ((b"\x1b[?2004h", b"\x1b[?2004l"), (b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?1049h", b"\x1b[?1049l"))
        return all(self.shown.rfind(on) <= self.shown.rfind(off) for on, off in pairs)
