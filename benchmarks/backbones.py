"""The peer of backbones.ts, which starts it: the same networks in PyTorch, built from the same plan.

Takes the number of threads; then, for every line of JSON on standard input (network, plan, batch, work, layout, steps), reads
or trains the network so many steps, and answers with seconds and processor seconds."""
import json
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(int(sys.argv[1]))
classes = 20


class Operations(nn.Module):
    """What a plan lists; pads as the plan says where a stride leaves an odd pixel, else symmetrically."""

    def __init__(self, plan, shape, layers):
        super().__init__()
        self.layers = layers
        self.steps = []
        self.modules_of = nn.ModuleList()
        for operation in plan:
            step, shape = self.add(operation, shape)
            self.steps.append(step)
        self.shape = shape

    def keep(self, module):
        self.modules_of.append(module)
        return module

    def add(self, operation, shape):
        kind = operation["kind"]
        channels, side = shape
        if kind == "convolution":
            width, kernel, stride = operation["width"], operation["kernel"], operation["stride"]
            conv = nn.Conv2d(channels, width, kernel, stride, (kernel - 1) // 2, bias=operation["bias"])
            return self.keep(conv), (width, -(-side // stride))
        if kind == "normalisation":
            norm = nn.BatchNorm2d(channels) if side else nn.BatchNorm1d(channels)
            return self.keep(norm), shape
        if kind == "activation":
            return (lambda x: F.relu(x, inplace=False)), shape
        if kind == "pooling":
            size, stride = operation["size"], operation["stride"]
            pad = size // 2 if operation["pad"] == "same" else 0
            after = -(-side // stride) if pad else (side - size) // stride + 1
            return (lambda x: F.max_pool2d(x, size, stride, pad)), (channels, after)
        if kind == "global-average":
            return (lambda x: x.mean((2, 3))), (channels, 0)
        if kind == "dense":
            dense = self.keep(nn.Linear(channels * max(1, side) ** 2, operation["width"], bias=operation["bias"]))
            return (lambda x: dense(x.flatten(1))), (operation["width"], 0)
        if kind == "residual":
            body = self.keep(Operations(operation["body"], shape, self.layers))
            shortcut = self.keep(Operations(operation["shortcut"], shape, self.layers))
            return (lambda x: body(x) + shortcut(x)), body.shape
        if kind == "layer":
            name = operation["name"]

            def read(x):
                if self.layers is not None and not self.training:
                    self.layers[name] = x.numpy()
                return x

            return read, shape
        raise ValueError(kind)

    def forward(self, x):
        for step in self.steps:
            x = step(x)
        return x


class Peer:
    def __init__(self, plan, batch, layout):
        self.format = torch.channels_last if layout == "channels_last" else torch.contiguous_format
        size, channels = plan["input"]["size"], plan["input"]["channels"]
        self.layers = {}
        body = Operations(plan["operations"], (channels, size), self.layers)
        features = body.shape[0] * max(1, body.shape[1]) ** 2
        self.net = nn.Sequential(body, nn.Flatten(), nn.Linear(features, classes)).to(memory_format=self.format)
        self.body = body
        self.optimiser = torch.optim.AdamW(self.net.parameters(), 1e-3)
        self.pictures = torch.randint(0, 256, (batch, channels, size, size), dtype=torch.uint8)
        self.targets = torch.arange(batch) % classes

    def tensor(self):
        return ((self.pictures.float() / 255 - 0.5) / 0.25).to(memory_format=self.format)

    def read(self):
        self.net.eval()
        with torch.inference_mode():
            self.body(self.tensor())

    def train(self):
        self.net.train()
        self.optimiser.zero_grad(set_to_none=True)
        loss = F.cross_entropy(self.net(self.tensor()), self.targets)
        loss.backward()
        self.optimiser.step()
        loss.item()


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


peers = {}
print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads", flush=True)
for line in sys.stdin:
    task = json.loads(line)
    key = (task["network"], task["layout"])
    if key not in peers:
        peers[key] = Peer(task["plan"], task["batch"], task["layout"])
    work = peers[key].read if task["work"] == "reading" else peers[key].train
    start, busy = time.perf_counter(), processor()
    for _ in range(task["steps"]):
        work()
    result = {"seconds": time.perf_counter() - start, "processor": processor() - busy}
    print(json.dumps(result), flush=True)
