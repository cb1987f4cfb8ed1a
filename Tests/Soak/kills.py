"""kill -9 at random moments of a session on a terminal: what was acknowledged is there, and replays."""

import random
import signal
import time

from program import Home, Terminal, inputs_of

LINES = (
    ":next", ":next", ":next", "s = 1.25", "1 + 1", "rms(a)", "plot rms(a) over s in 1...2", "0.5^27", "L = 30", "x = [1, 2]", "2 + 3",
    "t = 3", "plot [1, 2, 3]", "y")
PROMPT = b"\x1b[?2004h"


class Robot:
    """Plays one session over many lives, and knows which of its inputs must have survived."""

    def __init__(self, seed, program, lessons):
        self.random = random.Random(seed)
        self.home = Home(program, lessons)
        self.kept = []  # what stood in the transcript after the last kill
        self.kills = self.acknowledged = self.replays = 0

    def transcript(self):
        texts = list(self.home.transcripts().values())
        return [line for text in texts for line in inputs_of(text) if line != ":cancelled"]

    def live(self):
        """One life; what went wrong in it, or None."""
        seen, typed = 0, []
        with Terminal(self.home, ["play", "scaling"]) as terminal:
            if self.random.random() < 0.1:
                time.sleep(self.random.random() * 0.3)  # while it takes up the session
            elif not terminal.wait(PROMPT):
                return f"no prompt: {terminal.shown[-300:]!r}"
            else:
                for _ in range(self.random.randint(0, 6)):
                    typed.append(self.random.choice(LINES))
                    before = len(terminal.shown)
                    terminal.send(typed[-1] + "\r")
                    # The next prompt is shown when the input is on the disk and was acted on.
                    if not terminal.wait(PROMPT, before):
                        return f"no prompt after {typed[-1]!r}: {terminal.shown[-300:]!r}"
                    seen += 1
                for _ in range(self.random.randint(1, 3)):
                    typed.append(self.random.choice(LINES))
                    terminal.send(typed[-1] + "\r")
                time.sleep(self.random.choice((0, 0.0003, 0.001, 0.003, 0.01, 0.05)) * self.random.random())
            terminal.kill(signal.SIGKILL)
            terminal.process.wait()
        self.kills += 1
        self.acknowledged += seen
        return self.check(seen, typed)

    def check(self, seen, typed):
        there = self.transcript()
        least, most = self.kept + typed[:seen], self.kept + typed
        self.kept = there
        if there[:len(least)] != least:
            return f"lost: {least[-6:]} were acknowledged, {there[-6:]} are there"
        return None if there == most[:len(there)] else f"{there[-6:]} were never typed"

    def leave(self):
        """Takes the session up, leaves it, and replays it."""
        with Terminal(self.home, ["play", "scaling"]) as terminal:
            terminal.wait(PROMPT)
            terminal.send(b"\x04")
            if terminal.end() != 0 or not terminal.is_as_before():
                return f"it was not left: {terminal.shown[-300:]!r}"
        for path in self.home.transcripts():
            status, shown = self.home.run(["replay", path])
            if status != 0 or shown:
                return f"the replay differs: {shown[:600]}"
        self.replays += 1
        return None


def attempt(seed, program, lessons, deadline, most=None):
    """Kills until the time is over; figures, and what went wrong."""
    robot = Robot(seed, program, lessons)
    problem = None
    with robot.home:
        while problem is None and time.monotonic() < deadline and (most is None or robot.kills < most):
            problem = robot.live()
            if problem is None and robot.kills % 5 == 0:
                problem = robot.leave()
    return robot, problem
