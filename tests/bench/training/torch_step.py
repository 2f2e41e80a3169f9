#!/usr/bin/python3
"""Training steps by Debian's python3-torch, for the benchmark that drives this: torch_step.py THREADS FILE.

FILE holds, in single precision, the network's parameters in order and then the batch. Each line of input is a number of steps to make;
each line of output is the loss, the processor milliseconds of all these steps, and every step's wall milliseconds."""

import os
import resource
import sys
import time

import numpy
import torch
import torch.nn as nn

SIZES = [448, 256, 64, 4, 64, 256, 448]
BATCH = 256


def network():
    layers = []
    for i, (inputs, outputs) in enumerate(zip(SIZES, SIZES[1:])):
        layers.append(nn.Linear(inputs, outputs))
        if i not in (2, len(SIZES) - 2):
            layers.append(nn.ReLU())
    return nn.Sequential(*layers)


def cpu_milliseconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1e3


def blas():
    """The matrix library in use: Debian lets the administrator choose, and the choice decides the time."""
    with open("/proc/self/maps") as maps:
        paths = {line.split()[-1] for line in maps if "blas" in line}
    return " ".join(sorted({os.path.basename(os.path.dirname(p)) + "/" + os.path.basename(p) for p in map(os.path.realpath, paths)}))


torch.set_num_threads(int(sys.argv[1]))
values = torch.from_numpy(numpy.fromfile(sys.argv[2], dtype=numpy.float32))
net, at = network(), 0
with torch.no_grad():
    for parameter in net.parameters():
        parameter.copy_(values[at:at + parameter.numel()].reshape(parameter.shape))
        at += parameter.numel()
batch = values[at:].reshape(BATCH, SIZES[0])
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
loss_of = nn.BCEWithLogitsLoss()
print(torch.__version__, blas(), flush=True)
for line in sys.stdin:
    walls, cpu = [], cpu_milliseconds()
    for _ in range(int(line)):
        start = time.perf_counter()
        optimizer.zero_grad()
        loss = loss_of(net(batch), batch)
        loss.backward()
        optimizer.step()
        value = loss.item()
        walls.append((time.perf_counter() - start) * 1e3)
    print(value, cpu_milliseconds() - cpu, *walls, flush=True)
