"""PyTorch's activations of two small networks, and the networks as ONNX files; torchvision's preprocessing.

`pip install torch torchvision onnx onnxscript`, then `python -P tests/oracles/pretrained-models.py` (-P keeps statistics.py beside it from
standing in for Python's own).
"""

import ast
import json
from pathlib import Path

import onnx
import torch
import torchvision
from torch import nn
from torchvision.models.resnet import BasicBlock
from torchvision.transforms import v2

folder = Path(__file__).parent
SIDE = 48
SAMPLES = 12


class NarrowResNet18(nn.Module):
    """torchvision's ResNet-18, an eighth as wide: its class fixes the widths."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(8)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.layer1 = self.stage(8, 8, 1)
        self.layer2 = self.stage(8, 16, 2)
        self.layer3 = self.stage(16, 32, 2)
        self.layer4 = self.stage(32, 64, 2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(64, 10)

    @staticmethod
    def stage(before, width, stride):
        shortcut = None
        if stride > 1:
            shortcut = nn.Sequential(nn.Conv2d(before, width, 1, stride, bias=False), nn.BatchNorm2d(width))
        return nn.Sequential(BasicBlock(before, width, stride, shortcut), BasicBlock(width, width))

    def forward(self, x):
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(torch.flatten(self.avgpool(x), 1))


def as_if_trained(model, generator):
    """Normalisation statistics and gains that differ from unit to unit."""
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.2, generator=generator)
            module.running_var.uniform_(0.5, 2, generator=generator)
            nn.init.normal_(module.weight, 1, 0.3, generator=generator)
            nn.init.normal_(module.bias, 0, 0.3, generator=generator)
    return model


SCOPES = "pkg.torch.onnx.name_scopes"


def export(model, pictures, file):
    torch.onnx.export(
        model,
        (pictures,),
        folder / file,
        dynamo=True,
        external_data=False,
        input_names=["pictures"],
        output_names=["scores"],
        dynamic_shapes=({0: "count"},),
    )
    shorten(folder / file)


def shorten(file):
    """Drops the notes of the exporter that nobody reads."""
    model = onnx.load(file)
    for node in model.graph.node:
        kept = [entry for entry in node.metadata_props if entry.key == SCOPES]
        del node.metadata_props[:]
        node.metadata_props.extend(kept)
    for value in [*model.graph.value_info, *model.graph.initializer, *model.graph.input, *model.graph.output]:
        del value.metadata_props[:]
    del model.graph.metadata_props[:]
    onnx.save(model, file)


def exported_modules(file):
    """Convolutions are missing where the exporter merged them with the normalisation behind."""
    entries = [entry for node in onnx.load(file).graph.node for entry in node.metadata_props if entry.key == SCOPES]
    return {name for entry in entries for name in ast.literal_eval(entry.value)[:-1]}


def activations(model, pictures):
    """What every module gives, by name; of modules used twice, the last."""
    found = {}
    for name, module in model.named_modules():
        if name:
            module.register_forward_hook(lambda _, __, output, name=name: found.__setitem__(name, output.detach().clone()))
    with torch.no_grad():
        model(pictures)
    return found


def digits(values):
    return [float(f"{value:.7g}") for value in values.tolist()]


def describe(values):
    flat = values.flatten().double()
    places = torch.linspace(0, flat.numel() - 1, SAMPLES).long().unique()
    return {
        "shape": list(values.shape[1:]),
        "rootMeanSquare": flat.square().mean().sqrt().item(),
        "places": places.tolist(),
        "values": digits(flat[places]),
    }


def picture_bytes(count, channels, height, width):
    """The same bytes as the tests make: channels last, a wrapped ramp."""
    size = count * height * width * channels
    ramp = (torch.arange(size) * 41 + torch.arange(size) // 97) % 256
    return ramp.reshape(count, height, width, channels).permute(0, 3, 1, 2).to(torch.uint8)


MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
pictures = v2.functional.normalize(picture_bytes(2, 3, SIDE, SIDE).float() / 255, MEAN, STD)
generator = torch.Generator().manual_seed(20140610)
torch.manual_seed(20140610)

models = {
    "resnet18-narrow": as_if_trained(NarrowResNet18(), generator),
    "mobilenet-v2-narrow": torchvision.models.mobilenet_v2(weights=None, width_mult=0.1, num_classes=10),
}
oracle = {"made by": {"torch": torch.__version__, "torchvision": torchvision.__version__}, "side": SIDE, "models": {}}
for name, model in models.items():
    model.eval()
    export(model, pictures, f"{name}.onnx")
    exported = exported_modules(folder / f"{name}.onnx")
    oracle["models"][name] = {
        layer: describe(values) for layer, values in activations(model, pictures).items() if layer in exported
    }

smooth = torch.nn.functional.interpolate(picture_bytes(1, 3, 9, 11).float(), (60, 80), mode="bicubic").clamp(0, 255)
landscape = smooth.round().to(torch.uint8)
usual = v2.Compose(
    [v2.Resize(32, antialias=True), v2.CenterCrop(28), v2.ToDtype(torch.float32, scale=True), v2.Normalize(MEAN, STD)]
)
oracle["preprocessing"] = {
    "picture": landscape[0].permute(1, 2, 0).flatten().tolist(),
    "values": digits(usual(landscape[0]).flatten()),
}
(folder / "pretrained-models.json").write_text(json.dumps(oracle) + "\n")
