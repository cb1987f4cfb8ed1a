"""Breaks fathom on purpose for as long as it is told, and says what broke.

    python3 soak.py --program FATHOM --shim FAULTS.so --seconds N [--seed N] [--part NAME [--case NAME]]

Each failure is named with what makes it happen again.
"""

import argparse
import concurrent.futures
import os
import random
import sys
import time

import disk
import kills
import signals
import terminals

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LESSONS = os.path.join(ROOT, "lessons")
GROWTH = os.path.join(ROOT, "Tests", "TestSupport", "Lessons")
PARTS = ("disk", "kills", "signals", "terminals")
AT_ONCE = 2


class Soak:
    """The run: its seed, its time, what was found."""

    def __init__(self, options):
        self.options = options
        self.seed = options.seed
        self.failures = self.faults = 0
        self.calls = {}  # a number of calls of a kind that no session makes

    def attempt(self, part, case):
        program = self.options.program
        if part == "disk":
            return self.attempt_on_disk(case)
        return {"signals": signals, "terminals": terminals}[part].attempt(case, program, LESSONS)

    def attempt_on_disk(self, case):
        """A session with a fault, unless a session has fewer calls of this kind than it would need."""
        call, k, how, _, begun = case
        if k > self.calls.get((call, begun), k):
            return None
        problem, has_come = disk.attempt(case, self.options.shim, self.options.program, GROWTH)
        self.faults += has_come
        if not has_come and how == "once":
            self.calls[call, begun] = k
        return problem

    def fail(self, part, name, problem):
        self.failures += 1
        print(f"FAILED {part}, {name}: {problem}", flush=True)
        print(f"  again: scripts/soak --seed {self.seed} --part {part} --case '{name}'", flush=True)

    def table(self, part, module, cases, seconds):
        """Goes through cases until they or the time are over."""
        deadline = time.monotonic() + seconds
        done = 0

        def one(case):
            return None if time.monotonic() > deadline else (case, self.attempt(part, case))

        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            for result in pool.map(one, cases):
                if result is None:
                    continue
                done += 1
                if result[1] is not None:
                    self.fail(part, module.named(result[0]), result[1])
        came = f", {self.faults} faults came" if part == "disk" else ""
        print(f"{part}: {done} of {len(cases)} cases{came}", flush=True)

    def killed(self, seconds):
        deadline = time.monotonic() + seconds
        seeds = [self.seed * 100 + number for number in range(AT_ONCE)]
        if self.options.case:
            seeds = [int(self.options.case)]
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            robots = list(pool.map(
                lambda seed: kills.attempt(seed, self.options.program, LESSONS, deadline), seeds))
        for seed, (robot, problem) in zip(seeds, robots):
            if problem is not None:
                self.fail("kills", str(seed), f"after {robot.kills} kills: {problem}")
        total = [sum(getattr(robot, name) for robot, _ in robots) for name in ("kills", "acknowledged", "replays")]
        print("kills: {} kills, {} acknowledged inputs, {} replays".format(*total), flush=True)

    def part(self, part, seconds):
        drawn = random.Random(self.seed)
        if part == "kills":
            return self.killed(seconds)
        module = {"disk": disk, "signals": signals, "terminals": terminals}[part]
        cases = disk.cases(drawn, self.options.most) if part == "disk" else module.cases(drawn)
        if self.options.case:
            cases = [case for case in cases if module.named(case) == self.options.case]
            cases = cases or [module.case_named(self.options.case)]
        return self.table(part, module, cases, seconds)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shim", required=True)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--most", type=int, default=60, help="the k of the last call that fails")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--case")
    soak = Soak(parser.parse_args())
    print(f"seed {soak.seed}", flush=True)
    parts = [soak.options.part] if soak.options.part else PARTS
    for part in parts:
        soak.part(part, soak.options.seconds / len(parts))
    print(f"{soak.failures} failures", flush=True)
    return 1 if soak.failures else 0


if __name__ == "__main__":
    sys.exit(main())
