"""How a session's time and memory grow: `sizes.py FATHOM SIZE ...` prints a table for so many inputs.

For each kind of input and each command: milliseconds, peak MB, and the exponents between the smallest and
the largest size of what is above an empty session. Without sizes: 12500, 25000, 50000 and 100000, and a tenth of these
where inputs are played, each with its sync."""
import math
import os
import pathlib
import sys
import tempfile
import time

fathom = sys.argv[1]
sizes = [int(word) for word in sys.argv[2:]] or [12500, 25000, 50000, 100000]
folder = pathlib.Path(tempfile.mkdtemp(prefix="fathom-sizes-"))
state = folder / "state" / "fathom"
environment = dict(os.environ, XDG_STATE_HOME=str(folder / "state"), HOME=str(folder))
environment["FATHOM_LESSONS"] = str(folder / "lessons")


def lesson(steps):
    """A lesson of so many steps, a definition and a question in each."""
    head = (
        '```toml lesson\nformat = 1\nid = "many"\ntitle = "Many steps"\nversion = "1.0.0"\n'
        'summary = "For measuring."\nobjectives = ["Measure."]\ntakeaways = ["It grows."]\nminutes = 5\n```\n\n'
        "# Many steps\n\n"
    )
    step = (
        "## Step {n}\n\nThink.\n\n```fathom\nd{n} = {n} + 10000\n```\n\n```toml question\n"
        'id = "q{n}"\nkind = "number"\nask = "What is it?"\nanswer = "{n}"\nwithin = "exact"\nreject = ["12345678"]\n'
        'points = 1\nhints = ["Count."]\nexplain = "So it is."\n```\n\n'
        "```toml question\n"
        'id = "t{n}"\nkind = "task"\nask = "Change it."\nrequire = ["d{n} == 7"]\nuses = ["d{n}"]\n'
        'accept = ["d{n} = 7"]\nreject = ["d{n} = 8000"]\n'
        'points = 1\nhints = ["Define."]\nexplain = "So it is."\n```\n\n'
    )
    return head + "".join(step.format(n=n) for n in range(1, steps + 1))


def run(arguments, lines=None):
    """The milliseconds and peak MB of a run that reads these lines."""
    source = "/dev/null"
    if lines is not None:
        source = folder / "input"
        source.write_text("".join(line + "\n" for line in lines))
    start = time.perf_counter()
    child = os.posix_spawn(
        fathom,
        [fathom] + arguments,
        environment,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, str(source), os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(folder / "out"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
    )
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) < 0:
        return math.nan, math.nan
    return seconds * 1e3, usage.ru_maxrss * 1024 / 1e6


# One statement or answer after another, and what is typed to come to where they are typed.
def entered(make, prompt="fathom>", per=1):
    return lambda n: [(prompt, line) for i in range(n // per) for line in make(i)]


ANSWER = "answer[q1]>"
TASK = "answer[t1]>"
shapes = {
    "definitions": ([], entered(lambda i: [f"p{i} = {i}"])),
    "a chain": ([], entered(lambda i: [f"p{i} = p{i - 1} + 1" if i else "p0 = 1"])),
    "a chain that waits": ([], entered(lambda i: [f"p{i + 1} = p{i} + 1"])),
    "one anew": ([], entered(lambda i: [f"p = {i}"])),
    "expressions": ([], entered(lambda i: [f"{i} + 1"])),
    "one again": ([], entered(lambda i: ["1 + 1"])),
    "undos": ([], entered(lambda i: [f"p{i} = {i}", ":undo"], per=2)),
    "answers": ([""], entered(lambda i: [f"{i} + 7"], ANSWER)),
    "done": (["", "1", ""], entered(lambda i: [f"p{i} = {i}", "done"], TASK, per=2)),
    "done, other": (["", "1", ""], entered(lambda i: [f"d1 = {i + 8}", "done"], TASK, per=2)),
    "mixed": (
        ["", "1", ""],
        entered(lambda i: [f"p{i} = {i}", f"? {i} + 1", "done", f"q = p{i}", ":undo"], TASK, per=5),
    ),
}
blocks = {"definitions in a block": "p{i} = {i}", "expressions in a block": "{i} + 1"}


def transcript(way, inputs):
    """The file of a session that goes a way and then has these inputs, as nobody has looked at them."""
    path = state / "many.transcript"
    path.unlink(missing_ok=True)
    run(["play", "many"], way)
    with path.open("a") as file:
        for prompt, line in inputs:
            file.write(f"{prompt} {line}\nx\n")
    return str(path)


def block(pattern, count):
    return transcript([], []), [("fathom>" if i == 0 else "…>", pattern.format(i=i)) for i in range(count)]


def exponent(values, base):
    low, high = max(values[0] - base, 0.1), max(values[-1] - base, 0.1)
    return math.log(high / low) / math.log(sizes[-1] / sizes[0])


def show(name, command, counts, measured, base):
    times, peaks = [m[0] for m in measured], [m[1] for m in measured]
    cells = [f"{t:.0f} ms, {p:.0f} MB" for t, p in measured]
    print(f"| {name} | {command} | " + " | ".join(cells), end="")
    print(f" | {exponent(times, base[0]):.2f} | {exponent(peaks, base[1]):.2f} |", flush=True)


(folder / "lessons").mkdir(parents=True)
lessonfile = folder / "lessons" / "01-many.lesson.md"
lessonfile.write_text(lesson(2))
run(["play", "many"])
commands = {
    "replay": lambda path: run(["replay", path]),
    "grade": lambda path: run(["grade", path, "--lesson", "many"]),
    "resume": lambda path: run(["play", "many"]),
    "home": lambda path: run([]),
}
empty = {name: command(str(state / "many.transcript")) for name, command in commands.items()}

print("| inputs | command | " + " | ".join(str(n) for n in sizes) + " | time | memory |")
print("|" + "---|" * (4 + len(sizes)))
for name, (way, inputs) in shapes.items():
    measured = {command: [] for command in commands}
    for size in sizes:
        # What leads there counts as well, and more than 100000 inputs are not graded.
        path = transcript(way, inputs(size - 10))
        for command, work in commands.items():
            measured[command].append(work(path))
    for command in commands:
        show(name, command, sizes, measured[command], empty[command])
for name, pattern in blocks.items():
    measured = {command: [] for command in commands}
    for size in sizes:
        path, lines = block(pattern, size)
        with open(path, "a") as file:
            file.write("".join(f"{prompt} {line}\n" for prompt, line in lines) + "x\n")
        for command, work in commands.items():
            measured[command].append(work(path))
    for command in commands:
        show(name, command, sizes, measured[command], empty[command])
tenth = [size // 10 for size in sizes]
for name, (way, inputs) in shapes.items():
    measured = []
    for size in tenth:
        (state / "many.transcript").unlink(missing_ok=True)
        measured.append(run(["play", "many"], way + [line for _, line in inputs(size)]))
    show(name, "play (a tenth)", tenth, measured, empty["resume"])
measured = {command: [] for command in ["play (steps, a hundredth)", *commands]}
for size in sizes:
    steps = max(2, size // 100)
    lessonfile.write_text(lesson(steps))
    (state / "many.transcript").unlink(missing_ok=True)
    lines = [line for n in range(1, steps + 1) for line in ("", str(n), "", f"d{n} = 7", "done", "")]
    measured["play (steps, a hundredth)"].append(run(["play", "many"], lines))
    for command, work in commands.items():
        measured[command].append(work(str(state / "many.transcript")))
for command in measured:
    show("steps", command, sizes, measured[command], (0, empty["resume"][1]))
