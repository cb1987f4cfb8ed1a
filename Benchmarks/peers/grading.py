"""What marking a class takes: `grading.py FATHOM LESSONS TRANSCRIPT ...` prints a table.

For each transcript: a core's milliseconds for the first submission, in which each distinct task and guess is worked
out, and for each of 200 further ones with the same answers under other names, all by one worker."""
import os
import pathlib
import sys
import tempfile

fathom, lessons, transcripts = sys.argv[1], sys.argv[2], sys.argv[3:]
further = 200


def core(folder):
    """The processor milliseconds of marking a folder, its worker's with them."""
    child = os.posix_spawn(
        fathom,
        [fathom, "grade", str(folder), "--lessons", lessons, "--jobs", "1"],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, 1, 2)],
    )
    _, _, usage = os.wait4(child, 0)
    return (usage.ru_utime + usage.ru_stime) * 1e3


print("| lesson | the first, ms | each further one, ms |")
print("|---|---|---|")
for path in map(pathlib.Path, transcripts):
    lines = path.read_text().split("\n")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        rates = []
        for count in (1, 1 + further):
            for learner in range(count):
                named = lines[:5] + [f"# learner: L{learner}"] + lines[5:]
                (folder / f"{learner}.transcript").write_text("\n".join(named))
            rates.append(min(core(folder) for _ in range(3)))
    print(f"| {path.stem} | {rates[0]:.3g} | {(rates[1] - rates[0]) / further:.3g} |", flush=True)
