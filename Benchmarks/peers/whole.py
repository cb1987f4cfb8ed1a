"""Medians over whole processes: `whole.py RUNS COMMAND ...` prints milliseconds and peak MB.

The command's output is read and dropped; the first run doesn't count."""
import os
import statistics
import sys
import time

runs = int(sys.argv[1])
times, peak = [], 0.0
for _ in range(runs + 1):
    start = time.perf_counter()
    child = os.posix_spawnp(
        sys.argv[2],
        sys.argv[2:],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(child, 0)
    times.append(time.perf_counter() - start)
    peak = max(peak, usage.ru_maxrss * 1024 / 1e6)
    if status != 0:
        sys.exit(f"{' '.join(sys.argv[2:])} ended with status {status}")
print(f"{statistics.median(times[1:]) * 1e3:.4g}\t{peak:.4g}")
