"""What NumPy takes for the benchmark's tasks: reads {"tasks": [...], "repeat": n} as JSON, writes a list of ms per task.

The same formulas as in src/engine (layer-wise NTK, no per-example gradients), in float32, and in float64 for spectra.
"""

import json
import sys
import time

import numpy as np

rng = np.random.default_rng(1)


def network(inputs, width, weight_layers):
    widths = [inputs] + [width] * (weight_layers - 1) + [1]
    return [
        (rng.standard_normal((a, b), np.float32), np.float32(np.sqrt(2 / a)), rng.standard_normal(b, np.float32))
        for a, b in zip(widths, widths[1:])
    ]


def ntk(task):
    layers = network(task["inputs"], task["width"], task["weightLayers"])
    x = rng.standard_normal((task["n"], task["inputs"]), np.float32)
    bias = np.float32(np.sqrt(0.1))

    def run():
        inputs, z = [], x
        for place, (w, scale, b) in enumerate(layers):
            inputs.append(z if place == 0 else np.maximum(z, 0))
            z = scale * (inputs[-1] @ w) + bias * b
        theta = scale**2 * (inputs[-1] @ inputs[-1].T) + bias**2
        delta = np.ones((len(x), 1), np.float32)
        for (_, scale, _), (w, after, _), u, h in zip(layers[-2::-1], layers[:0:-1], inputs[-2::-1], inputs[:0:-1]):
            delta = (after * (delta @ w.T)) * (h > 0)
            theta += (scale**2 * (u @ u.T) + bias**2) * (delta @ delta.T)
        return theta.astype(np.float64)

    return run


def step(task):
    layers = network(task["inputs"], task["width"], task["weightLayers"])
    n = task["n"]
    x = rng.standard_normal((n, task["inputs"]), np.float32)
    y = np.where(np.arange(n) % 2 == 0, 1, -1).astype(np.float32)[:, None]
    bias, eta = np.float32(np.sqrt(0.1)), np.float32(1e-3)

    def run():
        inputs, z = [], x
        for place, (w, scale, b) in enumerate(layers):
            inputs.append(z if place == 0 else np.tanh(z))
            z = scale * (inputs[-1] @ w) + bias * b
        delta = (eta / n) * (z - y)
        for place in range(len(layers) - 1, -1, -1):
            w, scale, b = layers[place]
            back = scale * (delta @ w.T) * (1 - inputs[place] ** 2) if place > 0 else None
            layers[place] = (w - scale * (inputs[place].T @ delta), scale, b - bias * delta.sum(0))
            delta = back

    return run


def spectrum(task):
    a = rng.standard_normal((task["n"], 2 * task["n"]))
    kernel = a @ a.T
    decompose = np.linalg.eigh if task["kind"] == "eigh" else np.linalg.eigvalsh
    return lambda: decompose(kernel)


def gram(task):
    a = rng.standard_normal((task["n"], task["inputs"]))
    return lambda: a @ a.T


kinds = {"ntk": ntk, "step": step, "eigh": spectrum, "eigenvalues": spectrum, "gram": gram}


def repeated(run, repeat):
    """As bench/page/repeated.ts: a warm-up of 300 ms, quick runs by the dozen."""
    began = time.perf_counter()
    last = timed(run, 1)
    while time.perf_counter() - began < 0.3:
        last = timed(run, 1)
    together = int(np.ceil(20 / max(last, 0.1)))
    return [timed(run, together) for _ in range(repeat)]


def timed(run, together):
    began = time.perf_counter()
    for _ in range(together):
        run()
    return 1000 * (time.perf_counter() - began) / together


asked = json.load(sys.stdin)
json.dump([repeated(kinds[task["kind"]](task), asked["repeat"]) for task in asked["tasks"]], sys.stdout)
