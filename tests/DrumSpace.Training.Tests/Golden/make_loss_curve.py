#!/usr/bin/env python3
"""Writes loss_curve.json: the epoch losses of a short training run, computed by PyTorch alone.

Everything that the run is made of (first weights, order of the patterns, learning rate) is stated here a second time, in
NumPy and PyTorch, so that the trainer's own arithmetic is checked from outside.

Needs Debian's python3-torch and python3-numpy. Usage: /usr/bin/python3 make_loss_curve.py > loss_curve.json
"""
import json
import math

import numpy as np
import torch

SEED, EPOCHS, BATCH, RATE, COUNT = 11, 5, 32, 2e-3, 80
WIDTHS = [448, 256, 128, 4]
MASK = (1 << 64) - 1


class SplitMix64:
    """Steele, Lea and Flood 2014."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def next_float(self):
        return np.float32(self.next() >> 40) * np.float32(2.0**-24)

    def next_int(self, limit):
        return (self.next() * limit) >> 64


def stream(seed, number):
    return SplitMix64(SplitMix64(seed).next() ^ SplitMix64(~number).next())


def network(widths, random):
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layer = torch.nn.Linear(inputs, outputs)
        bound = np.float32(1) / np.sqrt(np.float32(inputs))
        for parameter in (layer.weight, layer.bias):
            values = [bound * (np.float32(2) * random.next_float() - np.float32(1)) for _ in range(parameter.numel())]
            parameter.data = torch.tensor(np.array(values, np.float32)).reshape(parameter.shape)
        layers += [layer, torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[:-1])


def main():
    torch.set_num_threads(1)
    draw = SplitMix64(99)
    masks = [[sum(1 << v for v in range(14) if draw.next_float() < 0.12) for _ in range(32)] for _ in range(COUNT)]
    cells = torch.tensor([[float(m >> v & 1) for m in row for v in range(14)] for row in masks])

    random = stream(SEED, -1)
    encoder, decoder = network(WIDTHS, random), network(WIDTHS[::-1], random)
    optimizer = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], lr=RATE, betas=(0.9, 0.999))
    losses = []
    for epoch in range(EPOCHS):
        order, shuffle = list(range(COUNT)), stream(SEED, epoch)
        for i in range(COUNT - 1, 0, -1):
            j = shuffle.next_int(i + 1)
            order[i], order[j] = order[j], order[i]
        total = 0.0
        for start in range(0, COUNT, BATCH):
            rows = order[start:start + BATCH]
            optimizer.param_groups[0]["lr"] = RATE * 0.5 * (1 + math.cos(math.pi * (epoch + start / COUNT) / EPOCHS))
            optimizer.zero_grad()
            batch = cells[rows]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(decoder(encoder(batch)), batch)
            loss.backward()
            optimizer.step()
            total += len(rows) * loss.item()
        losses.append(total / COUNT)

    print(json.dumps({"seed": SEED, "epochs": EPOCHS, "batchSize": BATCH, "learningRate": RATE, "losses": losses,
                      "patterns": [",".join(map(str, row)) for row in masks]}, indent=1))


if __name__ == "__main__":
    main()
