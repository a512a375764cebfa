"""Silhouettes measured by scikit-image. Run: python tests/oracles/silhouettes.py"""
import json
import math
from pathlib import Path

import numpy as np
import skimage
from skimage.measure import regionprops

random = np.random.RandomState(3)
height, width = 20, 24


def scribble():
    """Overlapping rectangles: cut by the picture's edge, with holes and in several parts."""
    mask = np.zeros((height, width), int)
    for _ in range(random.randint(1, 6)):
        top, left = random.randint(0, height - 2), random.randint(0, width - 2)
        mask[top : top + random.randint(1, 9), left : left + random.randint(1, 9)] ^= 1
    return mask


def runs(mask):
    """Lengths of alternating runs, the first one empty pixels."""
    flat = mask.ravel()
    edges = np.flatnonzero(np.diff(flat)) + 1
    lengths = np.diff([0, *edges, flat.size]).tolist()
    return [0, *lengths] if flat[0] else lengths


def measure(mask):
    (region,) = regionprops(mask)
    top, left, bottom, right = region.bbox
    return dict(
        bounding_box_x=left,
        bounding_box_y=top,
        bounding_box_width=right - left,
        bounding_box_height=bottom - top,
        retinal_area=float(region.area),
        major_axis_length=region.axis_major_length,
        orientation=math.degrees(region.orientation),
        minor_axis_length=region.axis_minor_length,
        centroid_row=region.centroid[0],
        centroid_column=region.centroid[1],
    )


masks = [mask for mask in (scribble() for _ in range(40)) if mask.sum() > 3][:24]
fixture = dict(
    made_by=f"scikit-image {skimage.__version__}",
    width=width,
    height=height,
    silhouettes=[dict(runs=runs(mask), measures=measure(mask)) for mask in masks],
)
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture) + "\n")
