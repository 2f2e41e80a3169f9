#!/usr/bin/env python3
"""Writes tsne_golden.json: what scikit-learn computes of small sets of points.

Affinities, gradient and divergence of t-SNE, the divergence that its own optimizer reaches, trustworthiness, and a projection on
principal axes.

Needs Debian's python3-sklearn and python3-numpy. Usage: /usr/bin/python3 make_tsne_golden.py > tsne_golden.json
"""
import json
import sys

import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from sklearn.manifold._t_sne import _joint_probabilities_nn, _kl_divergence_bh
from sklearn.neighbors import NearestNeighbors


def clusters(rng, count):
    centres = rng.normal(0, 3, (4, 4))
    return (centres[rng.integers(0, 4, count)] + rng.normal(0, [1, 0.6, 0.4, 0.2], (count, 4))).astype(np.float32)


def rounded(values, digits=9):
    return [float(f"{value:.{digits}g}") for value in np.asarray(values, dtype=np.float64).ravel()]


def case(rng, count, perplexity, spread):
    points = clusters(rng, count)
    k = int(3 * perplexity)
    graph = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(points.astype(np.float64)).kneighbors_graph(mode="distance")
    graph.data **= 2
    joint = _joint_probabilities_nn(graph, perplexity, 0)
    layout = rng.normal(0, spread, (count, 2)).astype(np.float32)
    divergence, gradient = _kl_divergence_bh(
        layout.ravel().copy(), joint, 1, count, 2, angle=0.0, skip_num_points=0, verbose=0, compute_error=True, num_threads=1)
    gradient = gradient.reshape(count, 2)
    dense = joint.toarray()
    plane = PCA(2, svd_solver="full").fit_transform(points.astype(np.float64))
    best = min(
        TSNE(perplexity=perplexity, init="pca", method="exact", learning_rate="auto", n_iter=1000, random_state=seed)
        .fit(points).kl_divergence_ for seed in range(2))
    return {
        "perplexity": perplexity,
        "axes": [rounded(points[:, axis]) for axis in range(4)],
        "joint": [rounded(row, 7) for row in dense],
        "layout": [rounded(layout[:, 0]), rounded(layout[:, 1])],
        "divergence": float(divergence),
        "gradient": [rounded(gradient[:, 0], 7), rounded(gradient[:, 1], 7)],
        "reached": float(best),
        "principal": [rounded(plane[:, 0]), rounded(plane[:, 1])],
        "trustworthiness": {str(n): trustworthiness(points.astype(np.float64), layout, n_neighbors=n) for n in (1, 5, 12)},
        "principalTrustworthiness": trustworthiness(points.astype(np.float64), plane, n_neighbors=5),
    }


def main():
    rng = np.random.default_rng(20140101)
    json.dump([case(rng, 40, 5, 1e-2), case(rng, 60, 8, 1.0), case(rng, 60, 12, 15.0)], sys.stdout, indent=None, separators=(",", ":"))
    sys.stdout.write("\n")


main()
