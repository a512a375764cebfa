"""Networks of the families cnn and recurrent-cnn, written down with PyTorch's functions.

Run: python tests/oracles/networks.py > tests/oracles/networks.json (needs torch)
"""
import json

import numpy as np
import torch
import torch.nn.functional as F

random = np.random.RandomState(1)
EPSILON = 1e-5


class Weights(dict):
    """Drawn when first asked for, under Neuroid's names; kernels as [height, width, in, out]."""

    def kernel(self, name, shape):
        if name not in self:
            self[name] = random.normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape)
        return torch.tensor(self[name], dtype=torch.float32)

    def vector(self, name, width, low, high):
        if name not in self:
            self[name] = random.uniform(low, high, width)
        return torch.tensor(self[name], dtype=torch.float32)


def same(x, kernel, stride, value=0.0):
    """Padding with which the output has ceil(input / stride) pixels, the odd one below and to the right."""
    pads = []
    for size in (x.shape[3], x.shape[2]):
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        pads += [total // 2, total - total // 2]
    return F.pad(x, pads, value=value)


class Network:
    def __init__(self):
        self.weights = Weights()
        self.layers = {}

    def conv(self, x, name, width, kernel, stride=1):
        weight = self.weights.kernel(f"{name}/kernel", (kernel, kernel, x.shape[1], width))
        return F.conv2d(same(x, kernel, stride), weight.permute(3, 2, 0, 1), stride=stride)

    def norm(self, x, name):
        width = x.shape[1]
        scale = self.weights.vector(f"{name}/scale", width, 0.5, 1.5)
        shift = self.weights.vector(f"{name}/shift", width, -0.5, 0.5)
        mean = self.weights.vector(f"{name}/mean", width, -0.5, 0.5)
        variance = self.weights.vector(f"{name}/variance", width, 0.5, 2)
        return F.batch_norm(x, mean, variance, scale, shift, eps=EPSILON)

    def conv_norm(self, x, name, width, kernel, stride=1, norm=None):
        return self.norm(self.conv(x, name, width, kernel, stride), norm or name)

    def dense(self, x, width):
        flat = x.permute(0, 2, 3, 1).flatten(1)
        weight = self.weights.kernel("dense/kernel", (flat.shape[1], width))
        return self.read("dense", F.relu(self.norm(flat @ weight, "dense")))

    def read(self, name, x):
        values = x.permute(0, 2, 3, 1) if x.dim() == 4 else x
        self.layers[name] = values.flatten(1).numpy().round(6).tolist()
        return x


def plain(net, x):
    for index, (width, kernel) in enumerate([(4, 5), (5, 3)]):
        name = f"conv{index + 1}"
        x = net.read(name, F.relu(net.norm(F.max_pool2d(net.conv(x, name, width, kernel), 2), name)))
    net.dense(x, 6)


def vgg(net, x):
    for stage, (width, blocks) in enumerate([(3, 1), (4, 2)]):
        for block in range(blocks):
            name = f"conv{stage + 1}_{block + 1}"
            x = net.read(name, F.relu(net.conv_norm(x, name, width, 3)))
        x = net.read(f"pool{stage + 1}", F.max_pool2d(x, 2))
    net.dense(x, 5)


def residual(net, x):
    x = net.read("stem", F.max_pool2d(F.relu(net.conv_norm(x, "stem", 3, 3)), 2))
    for stage, (width, blocks, stride) in enumerate([(3, 1, 1), (5, 2, 2)]):
        for block in range(blocks):
            name = f"stage{stage + 1}.block{block + 1}"
            step = stride if block == 0 else 1
            y = F.relu(net.conv_norm(x, f"{name}/first", width, 3, step))
            y = net.conv_norm(y, f"{name}/second", width, 3)
            projected = step > 1 or width != x.shape[1]
            x = net.conv_norm(x, f"{name}/shortcut", width, 1, step) if projected else x
            x = net.read(name, F.relu(x + y))
    net.read("pool", x.mean((2, 3)))


def recurrent(net, x):
    x = F.relu(net.conv_norm(x, "V1/conv1", 3, 7, 2))
    x = F.max_pool2d(same(x, 3, 2, -torch.inf), 3, 2)
    x = net.read("V1", F.relu(net.conv_norm(x, "V1/conv2", 3, 3)))
    for area, width, steps in [("V2", 2, 2), ("V4", 3, 4), ("IT", 4, 2)]:
        x = net.conv(x, f"{area}/input", width, 1)
        for step in range(steps):
            name, stride = f"{area}.step{step + 1}", 2 if step == 0 else 1
            skip = net.conv_norm(x, f"{area}/skip", width, 1, stride) if step == 0 else x
            y = F.relu(net.conv_norm(x, f"{area}/conv1", 4 * width, 1, norm=f"{name}/conv1"))
            y = F.relu(net.conv_norm(y, f"{area}/conv2", 4 * width, 3, stride, norm=f"{name}/conv2"))
            y = net.conv_norm(y, f"{area}/conv3", width, 1, norm=f"{name}/conv3")
            x = net.read(name, F.relu(y + skip))
    net.read("pool", x.mean((2, 3)))


SIZES = {"plain": 12, "vgg": 12, "residual": 12, "recurrent": 32}


def case(build):
    size = SIZES[build.__name__]
    pictures = random.randint(0, 256, (2, size, size))
    x = torch.tensor((pictures / 255 - 0.5) / 0.25, dtype=torch.float32)[:, None]
    net = Network()
    with torch.no_grad():
        build(net, x)
    weights = [
        {"name": name, "shape": list(values.shape), "data": values.round(6).flatten().tolist()}
        for name, values in net.weights.items()
    ]
    return {"size": size, "pictures": pictures.flatten().tolist(), "weights": weights, "layers": net.layers}


print(json.dumps({build.__name__: case(build) for build in (plain, vgg, residual, recurrent)}))
