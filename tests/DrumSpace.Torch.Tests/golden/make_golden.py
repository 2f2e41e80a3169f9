#!/usr/bin/python3
"""Writes golden.json: inputs, outputs and gradients of operators, modules, optimizers and schedules, computed by PyTorch.

Needs Debian's python3-torch. Run it in this folder; the result is deterministic by the seed."""

import json
import math

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
    ("maximum", torch.maximum), ("minimum", torch.minimum),
]:
    operator(name, function, normal(3, 5), positive(3, 5))
    operator(name + " row", function, normal(4, 11), positive(11))
    operator(name + " column", function, normal(4, 3), positive(4, 1))
    operator(name + " outer", function, normal(4, 1), positive(1, 9))
    operator(name + " deep", function, normal(2, 1, 3, 1, 5), positive(4, 1, 2, 1))
    operator(name + " number", function, normal(2, 3), positive(1).reshape(()))
operator("add scalar", lambda a: a + 1.5, normal(7))
operator("reverse sub scalar", lambda a: 2.5 - a, normal(7))
operator("mul scalar", lambda a: a * -3, normal(7))
operator("div scalar", lambda a: a / 3, normal(7))
operator("reverse div scalar", lambda a: 2 / a, positive(7))
operator("shared operand", lambda a: a * a + a / (a + 3), positive(9))

# Element by element; wide inputs pass the shortcuts' borders.
wide = torch.cat([torch.linspace(-30, 30, 25), torch.linspace(-1, 1, 22)])
for name, function in [
    ("exp", torch.exp), ("sin", torch.sin), ("sigmoid", torch.sigmoid), ("tanh", torch.tanh), ("relu", torch.relu), ("silu", F.silu), ("abs", torch.abs),
    ("leaky_relu", lambda x: F.leaky_relu(x, 0.2)), ("softplus", F.softplus), ("softplus 2 10", lambda x: F.softplus(x, 2, 10)),
    ("neg", torch.neg), ("square", torch.square), ("pow 3", lambda x: x ** 3), ("clamp", lambda x: x.clamp(-0.5, 2.2)),
]:
    operator(name, function, wide if name != "exp" else wide / 2)
for name, function in [("log", torch.log), ("sqrt", torch.sqrt), ("pow -1.5", lambda x: x ** -1.5)]:
    operator(name, function, positive(19))

# Sums and means.
operator("sum", lambda x: x.sum(), normal(3, 7))
operator("mean", lambda x: x.mean(), normal(3, 7))
operator("sum 0", lambda x: x.sum(0), normal(3, 7))
operator("sum 1 keep", lambda x: x.sum(1, keepdim=True), normal(3, 7, 2))
operator("sum -1", lambda x: x.sum(-1), normal(3, 19))
operator("sum 0 2", lambda x: x.sum((0, 2)), normal(3, 4, 5))
operator("mean 1", lambda x: x.mean(1), normal(3, 7, 2))
operator("mean 0 2 keep", lambda x: x.mean((0, 2), keepdim=True), normal(3, 4, 5))
operator("var", lambda x: x.var(1), normal(3, 7))
operator("std keep", lambda x: x.std(0, unbiased=False, keepdim=True), normal(5, 3))
operator("max 1", lambda x: x.max(1)[0], normal(4, 6))
operator("softmax", lambda x: x.softmax(-1), normal(4, 11) * 3)
operator("softmax 1", lambda x: x.softmax(1), normal(2, 5, 3))
operator("log_softmax", lambda x: x.log_softmax(-1), normal(4, 11) * 3)

# Shapes.
operator("reshape", lambda x: x.reshape(2, -1) * 2, normal(3, 4))
operator("flatten", lambda x: x.flatten(1) * 2, normal(2, 3, 4))
operator("squeeze unsqueeze", lambda x: (x.unsqueeze(1) * 2).squeeze(0), normal(1, 4))
operator("narrow 0", lambda x: x.narrow(0, 1, 2) * 2, normal(4, 3))
operator("narrow 1", lambda x: x.narrow(1, 2, 3) * 2, normal(2, 6, 3))
operator("chunk", lambda x: x.chunk(3, 1)[0] * x.chunk(3, 1)[2], normal(2, 6))
operator("expand", lambda x: x.expand(4, 3, 5), normal(3, 1))
operator("transpose", lambda x: x.transpose(0, 2) * 2, normal(2, 3, 4))
operator("permute", lambda x: x.permute(2, 0, 3, 1) * 2, normal(2, 3, 4, 5))
operator("flip", lambda x: x.flip(0, 2) * 2, normal(2, 3, 4))
operator("cat", lambda a, b, c: torch.cat([a, b, c], 1), normal(2, 3), normal(2, 1), normal(2, 4))
operator("stack", lambda a, b: torch.stack([a, b], -1), normal(2, 3), normal(2, 3))
operator("index_select", lambda x, i: x.index_select(1, i), normal(3, 5, 2), index(5, 7))
operator("gather", lambda x, i: x.gather(1, i), normal(3, 5), index(5, 3, 4))
operator("where", lambda x, y: torch.where(x > 0, x, y), normal(4, 5), normal(5))
operator("masked_fill", lambda x: x.masked_fill(x > 0.5, 2.0), normal(4, 5))

# Products. One is longer than a pass of the blocked product and no multiple of any block.
operator("matmul", torch.matmul, normal(5, 7), normal(7, 3))
operator("matmul folded", torch.matmul, normal(2, 3, 4), normal(4, 5))
operator("matmul stacked", torch.matmul, normal(2, 3, 4), normal(2, 4, 5))
operator("matmul vector", torch.matmul, normal(3, 4), normal(4))
operator("matmul long", torch.matmul, normal(3, 530) / 16, normal(530, 2))
operator("linear", F.linear, normal(13, 9), normal(17, 9), normal(17))
operator("linear no bias", F.linear, normal(2, 3, 9), normal(4, 9))
operator("conv1d", lambda x, w, b: F.conv1d(x, w, b), normal(2, 3, 9), normal(4, 3, 3), normal(4))
operator("conv1d wide", lambda x, w: F.conv1d(x, w, None, 2, 3, 2), normal(2, 2, 11), normal(3, 2, 4))
operator("embedding", lambda w, i: F.embedding(i, w), normal(6, 3), index(6, 2, 4))
operator("layer_norm", lambda x, w, b: F.layer_norm(x, (5,), w, b), normal(3, 2, 5), normal(5), normal(5))
operator("layer_norm 2", lambda x: F.layer_norm(x, (3, 4)), normal(2, 3, 4))
operator("batch_norm", lambda x, w, b: F.batch_norm(x, None, None, w, b, True), normal(6, 3), normal(3), normal(3))
operator("batch_norm 3", lambda x: F.batch_norm(x, None, None, None, None, True), normal(3, 2, 4))

# Losses.
bits = lambda *shape: (torch.rand(*shape) < 0.4).float()
target, weights, pos = bits(5, 9), positive(5, 9), positive(9)
operator("bce logits", lambda x: F.binary_cross_entropy_with_logits(x, target), normal(5, 9) * 4)
operators[-1]["extra"] = [pack(target)]
operator("bce logits none", lambda x: F.binary_cross_entropy_with_logits(x, target, reduction="none"), normal(5, 9) * 4)
operators[-1]["extra"] = [pack(target)]
operator("bce logits weighted", lambda x: F.binary_cross_entropy_with_logits(x, target, weights, pos_weight=pos, reduction="sum"), normal(5, 9) * 4)
operators[-1]["extra"] = [pack(target), pack(weights), pack(pos)]
operator("bce", lambda x: F.binary_cross_entropy(x, target), torch.rand(5, 9) * 0.98 + 0.01)
operators[-1]["extra"] = [pack(target)]
operator("mse", F.mse_loss, normal(4, 5), normal(4, 5))
operator("l1", lambda a, b: F.l1_loss(a, b, reduction="sum"), normal(4, 5), normal(4, 5))
probabilities = torch.cat([normal(3, 4).softmax(1), torch.zeros(3, 1)], 1)
operator("kl_div", lambda x: F.kl_div(x, probabilities, reduction="sum"), normal(3, 5).log_softmax(1))
operators[-1]["extra"] = [pack(probabilities)]
operator("kl_div log", lambda x, t: F.kl_div(x, t, log_target=True), normal(3, 5).log_softmax(1), normal(3, 5).log_softmax(1))
operator("cross_entropy", F.cross_entropy, normal(6, 5) * 3, index(5, 6))
holes = index(5, 3, 4)
holes[1, 2] = -100
class_weights = positive(5)
operator("cross_entropy deep", lambda x: F.cross_entropy(x, holes, class_weights, label_smoothing=0.1), normal(3, 5, 4))
operators[-1]["extra"] = [pack(holes), pack(class_weights)]
operator("kl to standard normal", lambda m, v: -0.5 * (1 + v - m * m - v.exp()).sum(1).mean(), normal(6, 4), normal(6, 4))

modules = []


def module(name, net, inputs, backward=True, before=None):
    parameters = {n: pack(p) for n, p in net.named_parameters()}
    buffers = {n: pack(b) for n, b in net.named_buffers() if b.dtype == torch.float32}
    if before:
        before(net)
    inputs = [t.clone().requires_grad_(t.is_floating_point()) for t in inputs]
    y = net(*inputs)
    y = y if isinstance(y, tuple) else (y,)
    seeds = [seed_like(v) for v in y]
    sum((v * s).sum() for v, s in zip(y, seeds)).backward()
    modules.append({
        "name": name,
        "parameters": parameters,
        "buffers": buffers,
        "inputs": [pack(t) for t in inputs],
        "outputs": [pack(v) for v in y],
        "seeds": [pack(s) for s in seeds],
        "inputGradients": [pack(t.grad) if t.grad is not None else None for t in inputs],
        "gradients": {n: pack(p.grad) for n, p in net.named_parameters()},
        "buffersAfter": {n: pack(b) for n, b in net.named_buffers() if b.dtype == torch.float32},
    })


nn = torch.nn
module("perceptron", nn.Sequential(nn.Linear(9, 7), nn.ReLU(), nn.Linear(7, 5), nn.LeakyReLU(0.2), nn.Linear(5, 3), nn.Tanh()), [normal(6, 9)])
module("batch norm", nn.Sequential(nn.Linear(5, 4), nn.BatchNorm1d(4), nn.Sigmoid()), [normal(7, 5)])
module("batch norm in use", nn.Sequential(nn.Linear(5, 4), nn.BatchNorm1d(4), nn.SiLU()), [normal(7, 5)], before=lambda net: net.eval())
module("layer norm", nn.Sequential(nn.Linear(5, 6), nn.LayerNorm(6)), [normal(3, 2, 5)])
module("convolution", nn.Sequential(nn.Conv1d(3, 4, 3, padding=1), nn.ReLU(), nn.Conv1d(4, 2, 4, stride=2)), [normal(2, 3, 12)])
module("embedding", nn.Sequential(nn.Embedding(7, 4), nn.Linear(4, 3)), [index(7, 2, 5)])
module("gru cell", nn.GRUCell(5, 11), [normal(3, 5), normal(3, 11)])
module("gru", nn.GRU(5, 4, 2), [normal(6, 3, 5)])
module("gru batch first", nn.GRU(3, 4, 1, batch_first=True), [normal(2, 5, 3), normal(1, 2, 4)])

optimizers = []


def optimizer(name, make, clip=None):
    torch.manual_seed(7)
    net = nn.Sequential(nn.Linear(6, 5), nn.Tanh(), nn.Linear(5, 2))
    x, y = normal(8, 6), normal(8, 2)
    start = {n: pack(p) for n, p in net.named_parameters()}
    opt = make(net.parameters())
    losses, norms = [], []
    for _ in range(12):
        opt.zero_grad()
        loss = F.mse_loss(net(x), y)
        loss.backward()
        if clip:
            norms.append(float(nn.utils.clip_grad_norm_(net.parameters(), clip)))
        opt.step()
        losses.append(float(loss))
    optimizers.append({
        "name": name, "input": pack(x), "target": pack(y), "start": start, "losses": losses, "norms": norms,
        "end": {n: pack(p) for n, p in net.named_parameters()},
    })


optim = torch.optim
optimizer("sgd", lambda p: optim.SGD(p, 0.1))
optimizer("sgd momentum", lambda p: optim.SGD(p, 0.05, momentum=0.9, weight_decay=0.01))
optimizer("sgd nesterov", lambda p: optim.SGD(p, 0.05, momentum=0.9, nesterov=True))
optimizer("adam", lambda p: optim.Adam(p, 0.01, betas=(0.9, 0.999)))
optimizer("adam decay", lambda p: optim.Adam(p, 0.01, betas=(0.8, 0.99), eps=1e-6, weight_decay=0.1))
optimizer("adamw", lambda p: optim.AdamW(p, 0.01, weight_decay=0.1))
optimizer("adamw clipped", lambda p: optim.AdamW(p, 0.02, weight_decay=0.1), clip=0.3)

schedules = []


def schedule(name, make, steps=20):
    opt = optim.SGD([nn.Parameter(torch.zeros(1))], 0.1)
    scheduler = make(opt)
    rates = []
    for _ in range(steps):
        rates.append(scheduler.get_last_lr()[0])
        opt.step()
        scheduler.step()
    schedules.append({"name": name, "rates": rates})


lrs = optim.lr_scheduler
schedule("step", lambda o: lrs.StepLR(o, 6, 0.5))
schedule("cosine", lambda o: lrs.CosineAnnealingLR(o, 20, 0.001))
schedule("lambda", lambda o: lrs.LambdaLR(o, lambda s: min(1, (s + 1) / 5) / math.sqrt(s + 1)))
schedule("exponential", lambda o: lrs.ExponentialLR(o, 0.9))
schedule("one cycle", lambda o: lrs.OneCycleLR(o, 0.2, total_steps=20, cycle_momentum=False))



def uniforms(seed, count):
    """xoroshiro128+ (rotations 24, 16, 37) after SplitMix64, upper 24 bits, written from the authors' descriptions."""
    wrap = (1 << 64) - 1
    rotate = lambda v, k: ((v << k) | (v >> (64 - k))) & wrap
    state = []
    for _ in range(2):
        seed = (seed + 0x9E3779B97F4A7C15) & wrap
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & wrap
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & wrap
        state.append(z ^ (z >> 31))
    a, b = state
    numbers = []
    for _ in range(count):
        numbers.append((((a + b) & wrap) >> 40) / (1 << 24))
        b ^= a
        a, b = rotate(a, 24) ^ b ^ ((b << 16) & wrap), rotate(b, 37)
    return numbers


with open("golden.json", "w") as out:
    json.dump({"torch": torch.__version__, "operators": operators, "modules": modules, "optimizers": optimizers, "schedules": schedules,
               "uniforms": {"seed": 42, "numbers": uniforms(42, 20)}},
              out, separators=(",", ":"))
    out.write("\n")
