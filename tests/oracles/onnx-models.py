"""Small ONNX models, good and bad ones, as base64. `pip install onnx`, then `python -P tests/oracles/onnx-models.py`."""

import base64
import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper

FLOAT, DOUBLE = TensorProto.FLOAT, TensorProto.DOUBLE


def model(nodes, inputs, initializers=(), output="y", dtype=FLOAT):
    graph = helper.make_graph(
        [helper.make_node(operation, read, [given], name=f"node_{given}", **options) for operation, read, given, options in nodes],
        "small",
        [helper.make_tensor_value_info(name, kind, shape) for name, kind, shape in inputs],
        [helper.make_tensor_value_info(output, dtype, None)],
        list(initializers),
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid("org.elsewhere", 1)], ir_version=9)
    return base64.b64encode(made.SerializeToString(deterministic=True)).decode()


def picture(*shape, dtype=FLOAT):
    return [("x", dtype, list(shape))]


def external(location):
    """Four gains for the pictures' rows, kept in another file."""
    gains = numpy_helper.from_array(np.zeros((4, 1), np.float32), "gains")
    gains.ClearField("raw_data")
    gains.data_location = TensorProto.EXTERNAL
    for key, value in dict(location=location, offset="8", length="16").items():
        gains.external_data.add(key=key, value=value)
    return model([("Mul", ["x", "gains"], "y", {})], picture("n", 3, 4, 4), [gains])


relu = [("Relu", ["x"], "r", {}), ("Neg", ["r"], "y", {})]
models = {
    "good": model(relu, picture("n", 3, 4, 4)),
    "one picture at a time": model(relu, picture(1, 3, 4, 4)),
    "open size": model([("GlobalAveragePool", ["x"], "y", {})], picture("n", 3, "height", "width")),
    "channels last, grey": model(relu, picture("n", 4, 4, 1)),
    "external weights": external("weights.bin"),
    "external weights outside": external("../weights.bin"),
    "unknown operation": model([("Telu", ["x"], "r", {}), ("Neg", ["r"], "y", {})], picture("n", 3, 4, 4)),
    "unknown domain": model([("Telu", ["x"], "y", {"domain": "org.elsewhere"})], picture("n", 3, 4, 4)),
    "input of doubles": model(relu, picture("n", 3, 4, 4, dtype=DOUBLE), dtype=DOUBLE),
    "input of vectors": model(relu, picture("n", 48)),
    "two inputs": model([("Add", ["x", "z"], "y", {})], [*picture("n", 3, 4, 4), ("z", FLOAT, [1])]),
    "integers": model([("Relu", ["x"], "r", {}), ("Shape", ["r"], "y", {})], picture("n", 3, 4, 4), dtype=TensorProto.INT64),
    "mean over pictures": model(
        [("ReduceMean", ["x", "axes"], "y", {"keepdims": 1})],
        picture("n", 3, 4, 4),
        [numpy_helper.from_array(np.array([0]), "axes")],
    ),
    "cannot run": model(
        [("Reshape", ["x", "shape"], "y", {})],
        picture("n", 3, 4, 4),
        [numpy_helper.from_array(np.array([-1, 7]), "shape")],
    ),
}
Path(__file__).with_suffix(".json").write_text(json.dumps(models, indent=1) + "\n")
