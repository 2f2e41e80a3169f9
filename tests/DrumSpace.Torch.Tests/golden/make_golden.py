#!/usr/bin/python3
"""Writes golden.json: inputs, outputs and gradients of operators and modules, computed by PyTorch.

Needs Debian's python3-torch. Run it in this folder; the result is deterministic by the seed."""

import json

import torch
import torch.nn.functional as F

torch.manual_seed(20260718)
torch.set_num_threads(1)


def pack(t):
    """A tensor as {"shape", "data"} (single precision, shortest digits that read back) or {"shape", "index"}."""
    t = t.detach().contiguous()
    if t.dtype == torch.int64:
        return {"shape": list(t.shape), "index": t.flatten().tolist()}
    return {"shape": list(t.shape), "data": [float("%.9g" % v) for v in t.float().flatten().tolist()]}


def seed_like(y):
    return torch.randn(y.shape)


def normal(*shape):
    return torch.randn(*shape)


def positive(*shape):
    return torch.rand(*shape) * 2 + 0.1


def index(high, *shape):
    return torch.randint(high, shape)


operators = []


def operator(name, function, *inputs):
    inputs = [t.clone().requires_grad_(t.is_floating_point()) for t in inputs]
    y = function(*inputs)
    seed = seed_like(y)
    (y * seed).sum().backward()
    operators.append({
        "name": name,
        "inputs": [pack(t) for t in inputs],
        "output": pack(y),
        "seed": pack(seed),
        "gradients": [pack(t.grad) if t.grad is not None else None for t in inputs],
    })


# Arithmetic, same shape and broadcast in every direction.
for name, function in [
    ("add", lambda a, b: a + b), ("sub", lambda a, b: a - b), ("mul", lambda a, b: a * b), ("div", lambda a, b: a / b),
]:
    operator(name, function, normal(3, 5), positive(3, 5))
    operator(name + " row", function, normal(4, 11), positive(11))
    operator(name + " column", function, normal(4, 3), positive(4, 1))
    operator(name + " outer", function, normal(4, 1), positive(1, 9))
    operator(name + " deep", function, normal(2, 1, 3, 1, 5), positive(4, 1, 2, 1))
    operator(name + " number", function, normal(2, 3), positive(1).reshape(()))
operator("add scalar", lambda a: a + 1.5, normal(7))
operator("sub scalar", lambda a: a - 2.5, normal(7))
operator("mul scalar", lambda a: a * -3, normal(7))
operator("div scalar", lambda a: a / 3, normal(7))
operator("shared operand", lambda a: a * a + a / (a + 3), positive(9))

# Element by element; wide inputs pass the shortcuts' borders.
wide = torch.cat([torch.linspace(-30, 30, 25), torch.linspace(-1, 1, 22)])
for name, function in [
    ("exp", torch.exp), ("sin", torch.sin), ("sigmoid", torch.sigmoid), ("tanh", torch.tanh), ("relu", torch.relu), ("square", torch.square),
]:
    operator(name, function, wide if name != "exp" else wide / 2)
operator("sqrt", torch.sqrt, positive(19))

# Sums and means.
operator("sum", lambda x: x.sum(), normal(3, 7))
operator("mean", lambda x: x.mean(), normal(3, 7))
operator("sum 0", lambda x: x.sum(0), normal(3, 7))
operator("sum 1 keep", lambda x: x.sum(1, keepdim=True), normal(3, 7, 2))
operator("sum -1", lambda x: x.sum(-1), normal(3, 19))
operator("log_softmax", lambda x: x.log_softmax(-1), normal(4, 11) * 3)

# Shapes.
operator("reshape", lambda x: x.reshape(2, -1) * 2, normal(3, 4))
operator("narrow 0", lambda x: x.narrow(0, 1, 2) * 2, normal(4, 3))
operator("narrow 1", lambda x: x.narrow(1, 2, 3) * 2, normal(2, 6, 3))
operator("flip", lambda x: x.flip(0, 2) * 2, normal(2, 3, 4))
operator("cat", lambda a, b, c: torch.cat([a, b, c], 1), normal(2, 3), normal(2, 1), normal(2, 4))

# Products. One is longer than a pass of the blocked product and no multiple of any block.
operator("matmul", torch.matmul, normal(5, 7), normal(7, 3))
operator("matmul folded", torch.matmul, normal(2, 3, 4), normal(4, 5))
operator("matmul stacked", torch.matmul, normal(2, 3, 4), normal(2, 4, 5))
operator("matmul long", torch.matmul, normal(3, 530) / 16, normal(530, 2))
operator("linear", F.linear, normal(13, 9), normal(17, 9), normal(17))
operator("linear no bias", F.linear, normal(2, 3, 9), normal(4, 9))

# Losses.
target = (torch.rand(5, 9) < 0.4).float()
operator("bce logits", lambda x: F.binary_cross_entropy_with_logits(x, target), normal(5, 9) * 4)
operators[-1]["extra"] = [pack(target)]
operator("cross_entropy", F.cross_entropy, normal(6, 5) * 3, index(5, 6))
operator("kl to standard normal", lambda m, v: (m * m + v.exp() - v - 1).sum(1).mean() * 0.5, normal(6, 4), normal(6, 4))

modules = []


def module(name, net, inputs):
    parameters = {n: pack(p) for n, p in net.named_parameters()}
    inputs = [t.clone().requires_grad_(t.is_floating_point()) for t in inputs]
    y = net(*inputs)
    y = y if isinstance(y, tuple) else (y,)
    seeds = [seed_like(v) for v in y]
    sum((v * s).sum() for v, s in zip(y, seeds)).backward()
    modules.append({
        "name": name,
        "parameters": parameters,
        "inputs": [pack(t) for t in inputs],
        "outputs": [pack(v) for v in y],
        "seeds": [pack(s) for s in seeds],
        "inputGradients": [pack(t.grad) if t.grad is not None else None for t in inputs],
        "gradients": {n: pack(p.grad) for n, p in net.named_parameters()},
    })


nn = torch.nn
module("perceptron", nn.Sequential(nn.Linear(9, 7), nn.ReLU(), nn.Linear(7, 3)), [normal(6, 9)])
module("embedding", nn.Sequential(nn.Embedding(7, 4), nn.Linear(4, 3)), [index(7, 10)])
module("gru", nn.GRU(5, 4), [normal(6, 3, 5)])
module("gru with a state", nn.GRU(3, 4), [normal(5, 2, 3), normal(1, 2, 4)])

with open("golden.json", "w") as out:
    json.dump({"torch": torch.__version__, "operators": operators, "modules": modules}, out, separators=(",", ":"))
    out.write("\n")
