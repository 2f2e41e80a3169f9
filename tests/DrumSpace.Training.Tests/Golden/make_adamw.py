#!/usr/bin/python3
"""Writes adamw.json: twelve steps of PyTorch's AdamW on a small network, with and without decay and clipping.

Needs Debian's python3-torch. Run it in this folder; the result is deterministic by the seed."""

import json

import torch
import torch.nn.functional as F

torch.set_num_threads(1)


def pack(t):
    """A tensor as {"shape", "data"}: single precision, shortest digits that read back."""
    t = t.detach().contiguous()
    return {"shape": list(t.shape), "data": [float("%.9g" % v) for v in t.float().flatten().tolist()]}


def optimizer(name, rate, decay, clip=None):
    torch.manual_seed(7)
    net = torch.nn.Sequential(torch.nn.Linear(6, 5), torch.nn.ReLU(), torch.nn.Linear(5, 2))
    x, y = torch.randn(8, 6), torch.randn(8, 2)
    start = {n: pack(p) for n, p in net.named_parameters()}
    opt = torch.optim.AdamW(net.parameters(), rate, weight_decay=decay)
    losses, norms = [], []
    for _ in range(12):
        opt.zero_grad()
        loss = F.mse_loss(net(x), y)
        loss.backward()
        if clip:
            norms.append(float(torch.nn.utils.clip_grad_norm_(net.parameters(), clip)))
        opt.step()
        losses.append(float(loss))
    return {
        "name": name, "input": pack(x), "target": pack(y), "start": start, "losses": losses, "norms": norms,
        "end": {n: pack(p) for n, p in net.named_parameters()},
    }


optimizers = [optimizer("no decay", 0.01, 0), optimizer("decay", 0.01, 0.1), optimizer("clipped", 0.02, 0.1, clip=0.3)]
with open("adamw.json", "w") as out:
    json.dump({"torch": torch.__version__, "optimizers": optimizers}, out, separators=(",", ":"))
    out.write("\n")
