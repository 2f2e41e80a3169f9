#!/usr/bin/env python3
"""Writes golden.json: metrics of small seeded pattern sets, computed from their definitions with numpy and plain Python.

Run: /usr/bin/python3 golden.py > golden.json
"""
import json
import math

import numpy as np

VOICES, STEPS, K = 14, 32, 3


def cells(patterns):
    """[n, 448] of 0 and 1, cell = step * 14 + voice."""
    return np.array([[mask >> v & 1 for mask in p for v in range(VOICES)] for p in patterns], dtype=int).reshape(len(patterns), -1)


def distances(a, b):
    return np.abs(cells(a)[:, None, :] - cells(b)[None, :, :]).sum(axis=2)


def radii(patterns):
    # Sorted distances to all members, itself (0) included: index k is the k-th nearest other one.
    return np.sort(distances(patterns, patterns), axis=1)[:, K]


def precision_recall(real, samples):
    """Kynkaanniemi et al. 2019, equations 1 and 2, with Hamming distance."""
    d = distances(real, samples)
    precision = (d <= radii(real)[:, None]).any(axis=0).mean()
    recall = (d <= radii(samples)[None, :]).any(axis=1).mean()
    return float(precision), float(recall)


def two_sample(real, samples):
    """Lopez-Paz and Oquab 2017: leave-one-out accuracy of the nearest neighbour, ties in equal parts."""
    both, labels = real + samples, np.array([0] * len(real) + [1] * len(samples))
    d = distances(both, both)
    np.fill_diagonal(d, 10000)
    nearest = d == d.min(axis=1)[:, None]
    own = (nearest & (labels[:, None] == labels[None, :])).sum(axis=1)
    return float((own / nearest.sum(axis=1)).mean())


def coverage(real, samples):
    nearest = distances(real, samples).min(axis=1)
    return [float((nearest <= n).mean()) for n in (1, 2, 4)], float(np.median(nearest))


def entropy(pattern):
    return -sum(pattern.count(v) / STEPS * math.log(pattern.count(v) / STEPS) for v in set(pattern))


def filter_pass(samples, training):
    n, known = len(samples), {tuple(t) for t in training}
    passed = [s for s in samples if entropy(s) > 0.9]
    return {
        "passed": len(passed) / n,
        "passedNovel": sum(tuple(s) not in known for s in passed) / n,
        "unique": len({tuple(s) for s in samples}) / n,
        "passedUnique": len({tuple(s) for s in passed}) / n,
        "novel": sum(tuple(s) not in known for s in samples) / n,
    }


def shares(patterns):
    hits = cells(patterns).reshape(-1, STEPS, VOICES).sum(axis=(0, 1))
    return [float(h) for h in hits / hits.sum()], float(hits.sum() / len(patterns))


def reconstruction(patterns, again):
    a, b = cells(patterns), cells(again)
    true_positive = int((a & b).sum())
    precision, recall = true_positive / b.sum(), true_positive / a.sum()
    return {
        "bitAccuracy": float((a == b).mean()),
        "f1": float(2 * precision * recall / (precision + recall)),
        "exact": float((a == b).all(axis=1).mean()),
    }


def make(rng, count, themes, copies):
    """Variations of a few themes, so that neighbourhoods overlap, and some patterns more than once."""
    out = []
    for i in range(count):
        pattern = list(themes[rng.integers(len(themes))])
        for _ in range(rng.integers(0, 7)):
            pattern[rng.integers(STEPS)] ^= 1 << int(rng.integers(5))
        out.append(pattern)
    for _ in range(copies):
        out.append(list(out[rng.integers(count // 4)]))
    return [[int(m) for m in p] for p in out]


def case(name, seed, real, samples, copies):
    rng = np.random.default_rng(seed)
    themes = [[int(m) for m in rng.choice([0, 0, 0, 1, 2, 4, 5], STEPS)] for _ in range(5)] + [[0] * STEPS]
    real, samples = make(rng, real, themes[:5], 0), make(rng, samples, themes[2:], copies)
    precision, recall = precision_recall(real, samples)
    within, median = coverage(real, samples)
    real_shares, sample_shares = shares(real), shares(samples)
    size = min(len(real), len(samples))
    return {
        "name": name,
        "real": real,
        "samples": samples,
        "precision": precision,
        "recall": recall,
        "twoSample": two_sample(real, samples),
        "radii": [int(r) for r in radii(samples)],
        "within": within,
        "medianDistance": median,
        "filter": filter_pass(samples, real),
        "shares": sample_shares[0],
        "hitsPerPattern": sample_shares[1],
        "variation": sum(abs(a - b) for a, b in zip(sample_shares[0], real_shares[0])) / 2,
        "reconstruction": reconstruction(real[:size], samples[:size]),
    }


if __name__ == "__main__":
    cases = [case("as many samples", 1, 40, 40, 0), case("with copies", 2, 30, 30, 20), case("few samples", 3, 50, 12, 0)]
    print(",\n".join(["[" + json.dumps(cases[0])] + [json.dumps(c) for c in cases[1:]]) + "]")
