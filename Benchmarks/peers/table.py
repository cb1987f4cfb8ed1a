"""The tables of Benchmarks/README.md, from what scripts/bench left in a folder."""
import math
import os
import pathlib
import platform
import sys

folder = pathlib.Path(sys.argv[1])


def read(name):
    file = folder / f"{name}.tsv"
    lines = file.read_text().splitlines() if file.exists() else []
    return [line.split("\t") for line in lines if line]


def short(text):
    try:
        return f"{float(text):.3g}"
    except ValueError:
        return text


def processor():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.machine()


def header(title, *columns):
    print(f"\n### {title}\n")
    print("| " + " | ".join(columns) + " |")
    print("|" + "---|" * len(columns))


def row(*cells):
    print("| " + " | ".join(cells) + " |")


ours = read("ours")
peers = {
    name: {line[0]: float(line[1]) for line in read(name)}
    for name in ("numpy1", "numpy2", "torch")
}
print("### Machine\n")
print(f"{processor()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end;")
print(f"kernels: {ours[0][2] or ours[0][1]}. dgemm, 512 × 512: ours {float(ours[1][1]):.1f} GF/s on one thread,")
dgemm = [peers[name]["dgemm GF/s"] for name in ("numpy1", "numpy2")]
print(f"NumPy's {dgemm[0]:.1f} on one and {dgemm[1]:.1f} on two.")
if not peers["torch"]:
    print("PyTorch cannot be had here.")

header(
    "Cases in process, ms",
    "case", "what", "ours", "NumPy, 1 thread", "NumPy, 2 threads", "PyTorch", "faster peer / ours",
)
for name, value, what in ours[2:]:
    key = name.split(",")[0]
    found = [peers[peer].get(key) for peer in ("numpy1", "numpy2", "torch")]
    best = min(time for time in found if time is not None)
    cells = ["–" if time is None else f"{time:.3g}" for time in found]
    row(name, what, short(value), *cells, f"{best / float(value):.2f}")

commands = read("commands")
header("Case a as a whole command", "command", "ms", "peak MB", "ms / ours")
for name, time, memory in commands:
    ratio = float(time) / float(commands[0][1]) if time != "-" else 0
    row(name, short(time), short(memory), f"{ratio:.1f}")

statements = {name: float(time) for name, time, _ in read("statements") if time != "-"}
header(
    "Statements as whole commands, ms",
    "statement", "fathom", "fathom, 1 thread", "NumPy", "NumPy, 1 thread", "NumPy / fathom",
)
for name in sorted({name.split()[0] for name in statements}):
    times = [statements.get(f"{name} {side}") for side in ("fathom", "fathom 1", "NumPy", "NumPy 1")]
    peers_times = [time for time in times[2:] if time is not None]
    ratio = f"{min(peers_times) / times[0]:.2f}" if peers_times and times[0] else "–"
    row(name, *["–" if time is None else f"{time:.3g}" for time in times], ratio)

header("How statements grow", "what", "sizes and ms", "exponent")
growth = {}
for name, size, time, _ in read("growth"):
    growth.setdefault(name, []).append((float(size), float(time)))
for name, points in growth.items():
    (a, first), (b, last) = points[0], points[-1]
    exponent = math.log(last / first) / math.log(b / a)
    row(name, ", ".join(f"{size:g}: {time:.3g}" for size, time in points), f"{exponent:.2f}")

header("How time grows (forward, backward, every dW)", "network", "sizes", "ms")
for kind, sizes, time in read("scaling"):
    row(kind, sizes, short(time))

header("Peak memory of a whole process, MB", "case", "ours", "NumPy")
memory = {name: peak for name, _, peak in read("memory")}
for name in ("a", "b linear", "b tanh", "c", "d", "e"):
    row(name, short(memory.get(f"ours {name}", "-")), short(memory.get(f"NumPy {name}", "-")))

header("Figures as whole processes", "command", "ms", "peak MB")
for name, time, peak in read("drawings"):
    row(name, short(time), short(peak))

header("Figures in process", "figure", "what", "ms")
for name, time, what in read("figures"):
    row(name, what, short(time))

print("\n### Instructions of case a\n")
counts = [int(line[0]) for line in read("instructions")]
if len(counts) == 2:
    print(f"{(counts[1] - counts[0]) / 100:,.0f} instructions a pass, by callgrind.")
else:
    print("callgrind cannot be had here.")

print("\n### Numbers that both sides agree on\n")
for (name, a), (_, b) in zip(read("check-ours"), read("check-numpy")):
    difference = abs(float(a) - float(b)) / abs(float(b))
    verdict = "agree" if difference < 1e-9 else "DIFFER"
    print(f"- {name}: {a} and {b} {verdict} ({difference:.1e})")
    if verdict == "DIFFER":
        sys.exit(1)
