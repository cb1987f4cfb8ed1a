"""What marking takes here and elsewhere: `notebooks.py FATHOM LESSON TRANSCRIPT BIN` prints a table.

BIN is the folder of the programs of otter-grader and nbgrader; a tool that is not there has no row. Their notebook has
as many questions as the lesson, each with a cell that runs a network of 152 layers and a test of what it gives; it is
marked as its tool does that without containers. All submissions are right, and marked one after another by one core
where that is for us to say. Seconds are of the clock; MB is the peak of the largest process."""
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

program, lesson, transcript, programs = [pathlib.Path(name).absolute() for name in sys.argv[1:]]
questions = sum(line == "```toml question" for line in lesson.read_text().splitlines())
ours, theirs = 1000, 5


def answer(number):
    return (
        f"s = 1 + {number} / 100\nW = s * np.identity(2)\na = np.ones(2)\n"
        f"for layer in range(152):\n    a = W @ a\nq{number} = np.sqrt(np.mean(a ** 2))"
    )


def test(number):
    return f"abs(q{number} / (1 + {number} / 100) ** 152 - 1) < 1e-9"


def code(source, **metadata):
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": [], "execution_count": None}


def notebook(cells):
    for number, cell in enumerate(cells):
        cell["id"] = f"cell{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})


def run(*words, where):
    """Runs a program to its end, which must be a good one."""
    environment = dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}")
    ended = subprocess.run(words, cwd=where, env=environment, capture_output=True, text=True)
    if ended.returncode != 0:
        raise SystemExit(f"{words}: {ended.stdout}\n{ended.stderr}")
    return ended


def tell(tool, submissions, mark):
    """Prints a tool's row: in a process of its own, for the peak is that of all its children."""
    child = os.fork()
    if child == 0:
        with tempfile.TemporaryDirectory() as name:
            seconds = mark(pathlib.Path(name), submissions) / submissions
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"| {tool} | {submissions} | {seconds:.3g} | {peak:.0f} |", flush=True)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit(f"{tool} could not be timed")


def fathom(folder, submissions):
    lines = transcript.read_text().split("\n")
    for learner in range(submissions):
        named = lines[:5] + [f"# learner: L{learner}"] + lines[5:]
        (folder / f"{learner}.transcript").write_text("\n".join(named))
    begun = time.monotonic()
    run(str(program), "grade", ".", "--lesson", str(lesson), "--jobs", "1", "--format", "csv", where=folder)
    return time.monotonic() - begun


def otter(folder, submissions):
    tests = folder / "tests"
    tests.mkdir()
    for number in range(1, questions + 1):
        case = {"code": f">>> bool({test(number)})\nTrue", "hidden": False, "locked": False}
        suite = {"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}
        form = {"name": f"q{number}", "points": 1, "suites": [suite]}
        (tests / f"q{number}.py").write_text(f"OK_FORMAT = True\ntest = {form!r}\n")
    run("otter", "generate", "-t", "tests", "-o", "autograder.zip", where=folder)
    cells = [code("import numpy as np")] + [code(answer(number)) for number in range(1, questions + 1)]
    for learner in range(submissions):
        (folder / f"learner{learner}.ipynb").write_text(notebook(cells))
    begun = time.monotonic()
    for learner in range(submissions):
        run("otter", "run", "-a", "autograder.zip", "--no-logo", f"learner{learner}.ipynb", where=folder)
    took = time.monotonic() - begun
    result = json.loads((folder / "results.json").read_text())
    assert sum(test.get("score", 0) for test in result["tests"]) == questions, result
    return took


def nbgrader(folder, submissions):
    def named(identifier, **traits):
        return {"nbgrader": {"grade_id": identifier, "schema_version": 3, "task": False, **traits}}

    cells = [code("import numpy as np")]
    for number in range(1, questions + 1):
        mine = named(f"q{number}", grade=False, solution=True, locked=False)
        theirs = named(f"test{number}", grade=True, solution=False, locked=True, points=1)
        cells.append(code(f"### BEGIN SOLUTION\n{answer(number)}\n### END SOLUTION", **mine))
        cells.append(code(f"assert {test(number)}", **theirs))
    source = folder / "source" / "lesson"
    source.mkdir(parents=True)
    (source / "lesson.ipynb").write_text(notebook(cells))
    run("nbgrader", "generate_assignment", "lesson", "--create", where=folder)
    for cell in cells:
        cell["source"] = cell["source"].replace("### BEGIN SOLUTION\n", "").replace("\n### END SOLUTION", "")
    for learner in range(submissions):
        submitted = folder / "submitted" / f"learner{learner}" / "lesson"
        submitted.mkdir(parents=True)
        (submitted / "lesson.ipynb").write_text(notebook(cells))
    begun = time.monotonic()
    run("nbgrader", "autograde", "lesson", where=folder)
    took = time.monotonic() - begun
    run("nbgrader", "export", "--to", "grades.csv", where=folder)
    marked = (folder / "grades.csv").read_text().splitlines()[1:]
    assert len(marked) == submissions and all(f",{questions}.0," in line for line in marked), marked
    return took


print("| tool | submissions | seconds for each | peak MB |")
print("|---|---|---|---|")
tell("fathom grade", ours, fathom)
if (programs / "nbgrader").exists():
    tell("nbgrader autograde", theirs, nbgrader)
if (programs / "otter").exists():
    tell("otter run", theirs, otter)
