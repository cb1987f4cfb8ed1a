"""The cases a to e in NumPy: median milliseconds by case, `check` for the shared numbers, or `once CASE` for
that case once, untimed."""
import statistics
import sys
import time

import numpy as np


def median(work, runs):
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3


def lecture(n=2, depth=150):
    weights = [1.5 * np.eye(n) for _ in range(depth - 1)] + [np.eye(n)]

    def work():
        a = [np.ones(n)]
        for w in weights:
            a.append(w @ a[-1])
        g = np.ones(n)
        gradients = [None] * depth
        for l in range(depth - 1, -1, -1):
            gradients[l] = np.outer(g, a[l])
            g = weights[l].T @ g

    return work


def batch(tanh, n=128, depth=150, count=64):
    r = np.random.default_rng(0)
    weights = [r.standard_normal((n, n)) / np.sqrt(n) for _ in range(depth)]
    x = r.standard_normal((n, count))
    ones = np.ones((n, count))

    def work():
        a = [x]
        for w in weights:
            z = w @ a[-1]
            a.append(np.tanh(z) if tanh else z)
        g = ones
        gradients = [None] * depth
        for l in range(depth - 1, -1, -1):
            if tanh:
                g = g * (1 - a[l + 1] ** 2)
            gradients[l] = g @ a[l].T
            g = weights[l].T @ g

    return work


def spectrum(kind, n=128, depth=150):
    r = np.random.default_rng(0)
    weights = [r.standard_normal((n, n)) / np.sqrt(n) for _ in range(depth)]

    def naive():
        j = weights[0]
        for w in weights[1:]:
            j = w @ j
        np.linalg.svd(j, compute_uv=False)

    def qr():
        q = np.eye(n)
        s = np.zeros(n)
        for w in weights:
            q, upper = np.linalg.qr(w @ q)
            s += np.log(np.abs(np.diag(upper)))

    return naive if kind == "naive" else qr


def sweep(n=32, depth=100, count=64, seeds=20):
    gains = np.linspace(0.5, 2.5, count)

    def work():
        for s in range(seeds):
            r = np.random.default_rng(s)
            weights = r.standard_normal((depth, n, n)) / np.sqrt(n)
            a = np.empty((depth + 1, n, count))
            a[0] = r.standard_normal(n)[:, None]
            for l in range(depth):
                a[l + 1] = np.tanh(gains * (weights[l] @ a[l]))
            np.sqrt(np.einsum("lig,lig->gl", a[1:], a[1:]))
            g = np.full((n, count), 1 / np.sqrt(n))
            for l in range(depth - 1, -1, -1):
                g = gains * (weights[l].T @ (g * (1 - a[l + 1] ** 2)))
                np.sqrt((g * g).sum(0))

    return work


def training(n=32, depth=20, count=64, steps=500, rate=0.01):
    def work():
        r = np.random.default_rng(0)
        weights = [r.standard_normal((n, n)) / np.sqrt(n) for _ in range(depth)]
        biases = [np.zeros((n, 1)) for _ in range(depth)]
        teacher = r.standard_normal((n, n)) / np.sqrt(n)
        for _ in range(steps):
            x = r.standard_normal((n, count))
            y = np.tanh(teacher @ x)
            a = [x]
            for l in range(depth):
                z = weights[l] @ a[-1] + biases[l]
                a.append(np.tanh(z) if l < depth - 1 else z)
            error = a[-1] - y
            float((error * error).mean())
            g = (2 / (n * count)) * error
            for l in range(depth - 1, -1, -1):
                if l < depth - 1:
                    g = g * (1 - a[l + 1] ** 2)
                dw = g @ a[l].T
                db = g.sum(1, keepdims=True)
                if l:
                    lower = weights[l].T @ g
                weights[l] -= rate * dw
                biases[l] -= rate * db
                if l:
                    g = lower

    return work


def peak(n=512):
    a = np.random.default_rng(0).standard_normal((n, n))
    return 2 * n**3 / (median(lambda: a @ a, 7) / 1e3) / 1e9


def check(n=16):
    i = np.arange(n)[:, None]
    j = np.arange(n)[None, :]
    weights = [((i * 37 + j * 101 + l * 53 + i * j * 7) % 257 - 128) / 512 for l in range(1, 11)]
    a = [np.ones(n)]
    for w in weights:
        a.append(np.tanh(w @ a[-1]))
    g = np.ones(n)
    for l in range(9, -1, -1):
        g = weights[l].T @ (g * (1 - a[l + 1] ** 2))
    product = weights[0]
    for w in weights[1:]:
        product = w @ product
    largest = np.linalg.svd(product, compute_uv=False)[0]
    lecture_value = np.prod([1.5] * 149)
    for name, value in (
        ("1.5^149", lecture_value),
        ("sum of tanh outputs", a[-1].sum()),
        ("norm of dJ/dx", np.linalg.norm(g)),
        ("largest singular value", largest),
    ):
        print(f"{name}\t{value:.15g}")


CASES = (
    ("a", lecture, 51),
    ("b linear", lambda: batch(False), 9),
    ("b tanh", lambda: batch(True), 9),
    ("c", lambda: spectrum("qr"), 5),
    ("c naive (wrong)", lambda: spectrum("naive"), 5),
    ("d", sweep, 5),
    ("e", training, 3),
)


def main():
    if "check" in sys.argv:
        check()
    elif "once" in sys.argv:
        for name, make, _ in CASES:
            if name == sys.argv[-1]:
                make()()
    else:
        print(f"dgemm GF/s\t{peak():.1f}")
        for name, make, runs in CASES:
            print(f"{name}\t{median(make(), runs):.4f}", flush=True)


if __name__ == "__main__":
    main()
