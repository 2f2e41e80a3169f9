#!/usr/bin/env python3
"""Writes loss_curve.json: the epoch losses of a short training run of each of the paper's models, computed by PyTorch alone.

Everything that the run is made of (first weights, order of the patterns, noise, learning rate) is stated here a second time, in
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


def linear(inputs, outputs, random):
    layer = torch.nn.Linear(inputs, outputs)
    bound = np.float32(1) / np.sqrt(np.float32(inputs))
    for parameter in (layer.weight, layer.bias):
        values = [bound * (np.float32(2) * random.next_float() - np.float32(1)) for _ in range(parameter.numel())]
        parameter.data = torch.tensor(np.array(values, np.float32)).reshape(parameter.shape)
    return layer


def network(widths, random):
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [linear(inputs, outputs, random), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[:-1])


def normal(random, rows, columns):
    values = []
    while len(values) < rows * columns:  # Box and Muller 1958
        radius = math.sqrt(-2 * math.log(1 - random.next_float()))
        angle = 2 * math.pi * float(random.next_float())
        values += [radius * math.cos(angle), radius * math.sin(angle)]
    return torch.tensor(values[:rows * columns]).reshape(rows, columns)


class AutoEncoder:
    def __init__(self, random):
        self.encoder, self.decoder = network(WIDTHS, random), network(WIDTHS[::-1], random)
        self.learners = [[*self.encoder.parameters(), *self.decoder.parameters()]]

    def losses(self, batch, random):
        return [cross_entropy(self.decoder(self.encoder(batch)), batch)]


class VariationalAutoEncoder(AutoEncoder):
    def __init__(self, random):
        super().__init__(random)
        self.log_variance = linear(WIDTHS[-2], WIDTHS[-1], random)
        self.learners[0] += self.log_variance.parameters()

    def losses(self, batch, random):
        hidden = self.encoder[:-1](batch)
        given = torch.distributions.Normal(self.encoder[-1](hidden), torch.exp(self.log_variance(hidden) / 2))
        latents = given.loc + given.scale * normal(random, len(batch), WIDTHS[-1])
        divergence = torch.distributions.kl_divergence(given, torch.distributions.Normal(0.0, 1.0)).sum(1).mean()
        return [cross_entropy(self.decoder(latents), batch) + divergence / WIDTHS[0]]


class InterpolatingAutoEncoder(AutoEncoder):
    """ACAI, after equations 2 and 3 of Berthelot et al. 2018 with lambda = 0.5 and gamma = 0.2."""

    def __init__(self, random):
        super().__init__(random)
        self.critic = network([*WIDTHS[:-1], 1], random)
        self.learners.append([*self.critic.parameters()])

    def losses(self, batch, random):
        latents = self.encoder(batch)
        logits = self.decoder(latents)
        alpha = torch.tensor([[0.5 * float(random.next_float())] for _ in batch])
        between = torch.sigmoid(self.decoder(alpha * latents.flip(0) + (1 - alpha) * latents))
        again = torch.sigmoid(logits.detach())
        critic = (self.critic(between.detach()) - alpha).pow(2).mean() + self.critic(0.2 * batch + 0.8 * again).pow(2).mean()
        return [cross_entropy(logits, batch) + 0.5 * self.critic(between).pow(2).mean(), critic]


MODELS = {"ae": AutoEncoder, "vae": VariationalAutoEncoder, "acai": InterpolatingAutoEncoder}
cross_entropy = torch.nn.functional.binary_cross_entropy_with_logits


def train(kind, cells):
    model = MODELS[kind](stream(SEED, -1))
    optimizers = [torch.optim.Adam(parameters, lr=RATE, betas=(0.9, 0.999)) for parameters in model.learners]
    losses = []
    for epoch in range(EPOCHS):
        order, random = list(range(COUNT)), stream(SEED, epoch)
        for i in range(COUNT - 1, 0, -1):
            j = random.next_int(i + 1)
            order[i], order[j] = order[j], order[i]
        total = 0.0
        for start in range(0, COUNT, BATCH):
            rows = order[start:start + BATCH]
            values = model.losses(cells[rows], random)
            # All gradients before any step.
            gradients = [torch.autograd.grad(value, parameters) for value, parameters in zip(values, model.learners)]
            for optimizer, parameters, grads in zip(optimizers, model.learners, gradients):
                optimizer.param_groups[0]["lr"] = RATE * 0.5 * (1 + math.cos(math.pi * (epoch + start / COUNT) / EPOCHS))
                for parameter, grad in zip(parameters, grads):
                    parameter.grad = grad
                optimizer.step()
            total += len(rows) * values[0].item()
        losses.append(total / COUNT)
    return losses


def main():
    torch.set_num_threads(1)
    draw = SplitMix64(99)
    masks = [[sum(1 << v for v in range(14) if draw.next_float() < 0.12) for _ in range(32)] for _ in range(COUNT)]
    cells = torch.tensor([[float(m >> v & 1) for m in row for v in range(14)] for row in masks])
    print(json.dumps({"seed": SEED, "epochs": EPOCHS, "batchSize": BATCH, "learningRate": RATE,
                      "losses": {kind: train(kind, cells) for kind in MODELS},
                      "patterns": [",".join(map(str, row)) for row in masks]}, indent=1))


if __name__ == "__main__":
    main()
