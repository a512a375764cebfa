"""Descriptors of sift.json by OpenCV: python tests/oracles/sift.py, with opencv-python-headless and numpy."""

import json
from pathlib import Path

import cv2
import numpy

side = 56
random = numpy.random.default_rng(2004)
noise = cv2.GaussianBlur(random.uniform(0, 255, (side, side)).astype(numpy.float32), (0, 0), 1.5)
picture = numpy.clip(128 + 3 * (noise - noise.mean()), 0, 255).round().astype(numpy.uint8)

descriptors = []
for cell in (4, 5):
    # A cell is 1.5 times what OpenCV calls the size of a keypoint, and three standard deviations of its scale.
    sift = cv2.SIFT_create(sigma=cell / 3)
    places = [(x, y) for y in (20, 28, 35) for x in (20, 27, 36)]
    keypoints = [cv2.KeyPoint(float(x), float(y), 2 * cell / 3, 0.0) for x, y in places]
    _, values = sift.compute(picture, keypoints)
    for (x, y), value in zip(places, values):
        descriptors.append({"cell": cell, "x": x, "y": y, "values": value.astype(int).tolist()})

Path(__file__).with_suffix(".json").write_text(
    json.dumps({"opencv": cv2.__version__, "side": side, "picture": picture.ravel().tolist(), "descriptors": descriptors})
    + "\n"
)
