"""Cases a, b and c in PyTorch, where it is installed: median milliseconds by case."""
import math
import os

import torch

from peer_numpy import median

torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
double = torch.float64


def lecture(n=2, depth=150):
    weights = [(1.5 * torch.eye(n, dtype=double)).requires_grad_() for _ in range(depth)]
    x = torch.ones(n, dtype=double, requires_grad=True)

    def work():
        a = x
        for w in weights:
            a = w @ a
        torch.autograd.grad(a.sum(), weights + [x])

    return work


def batch(tanh, n=128, depth=150, count=64):
    weights = [
        (torch.randn(n, n, dtype=double) / math.sqrt(n)).requires_grad_() for _ in range(depth)
    ]
    x = torch.randn(n, count, dtype=double, requires_grad=True)

    def work():
        a = x
        for w in weights:
            a = torch.tanh(w @ a) if tanh else w @ a
        torch.autograd.grad(a.sum(), weights + [x])

    return work


def spectrum(n=128, depth=150):
    weights = [torch.randn(n, n, dtype=double) / math.sqrt(n) for _ in range(depth)]

    def work():
        q = torch.eye(n, dtype=double)
        s = torch.zeros(n, dtype=double)
        for w in weights:
            q, upper = torch.linalg.qr(w @ q)
            s += upper.diagonal().abs().log()

    return work


for name, work, runs in (
    ("a", lecture(), 21),
    ("b linear", batch(False), 7),
    ("b tanh", batch(True), 7),
    ("c", spectrum(), 5),
):
    print(f"{name}\t{median(work, runs):.4f}", flush=True)
