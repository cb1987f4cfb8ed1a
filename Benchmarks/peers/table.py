"""One table from the measurements that scripts/bench left in a folder."""
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])


def read(name):
    lines = (folder / f"bench-{name}.tsv").read_text().splitlines()
    return [line.split("\t") for line in lines if line]


ours = read("ours")
peers = {name: {row[0]: float(row[1]) for row in read(name)} for name in ("numpy1", "numpy2", "torch")}
print(f"kernels: {ours[0][1]}; NumPy's dgemm: {peers['numpy1']['dgemm GF/s']} GF/s on one thread")
print("| case | what | ours, ms | NumPy 1 thread | NumPy 2 threads | PyTorch | best peer / ours |")
print("|---|---|---|---|---|---|---|")
for name, value, what in ours[1:]:
    key = name.split(",")[0]
    found = [peers[peer].get(key) for peer in ("numpy1", "numpy2", "torch")]
    best = min(value for value in found if value is not None)
    cells = ["" if value is None else f"{value:.3g}" for value in found]
    ratio = best / float(value)
    print(f"| {name} | {what} | {float(value):.3g} | {' | '.join(cells)} | {ratio:.2f} |")
print()
for (name, a), (_, b) in zip(read("check-ours"), read("check-numpy")):
    difference = abs(float(a) - float(b)) / abs(float(b))
    verdict = "agree" if difference < 1e-9 else "DIFFER"
    print(f"{name}: {a} and {b} {verdict} ({difference:.1e})")
    if verdict == "DIFFER":
        sys.exit(1)
