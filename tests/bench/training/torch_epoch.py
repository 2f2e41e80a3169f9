#!/usr/bin/python3
"""Epochs of the paper's auto-encoder by Debian's python3-torch, for the benchmark that drives this: torch_epoch.py THREADS FILE.

FILE holds the patterns, a byte a cell. Each line of input asks for an epoch; each line of output is its mean loss, its processor
milliseconds and its wall milliseconds."""

import resource
import sys
import time

import numpy
import torch
import torch.nn as nn

BATCH = 128


def cpu_milliseconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1e3


torch.set_num_threads(int(sys.argv[1]))
patterns = torch.from_numpy(numpy.fromfile(sys.argv[2], dtype=numpy.uint8).reshape(-1, 448)).float()
net = nn.Sequential(
    nn.Linear(448, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 4),
    nn.Linear(4, 128), nn.ReLU(), nn.Linear(128, 256), nn.ReLU(), nn.Linear(256, 448))
optimizer = torch.optim.Adam(net.parameters(), lr=2e-3)
loss_of = nn.BCEWithLogitsLoss()
print(torch.__version__, flush=True)
for _ in sys.stdin:
    start, cpu, total = time.perf_counter(), cpu_milliseconds(), 0.0
    order = torch.randperm(len(patterns))
    for rows in order.split(BATCH):
        batch = patterns[rows]
        optimizer.zero_grad()
        loss = loss_of(net(batch), batch)
        loss.backward()
        optimizer.step()
        total += len(rows) * loss.item()
    print(total / len(patterns), cpu_milliseconds() - cpu, (time.perf_counter() - start) * 1e3, flush=True)
