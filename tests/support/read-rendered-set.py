"""Reads a rendered set as its users do, and prints what was found as JSON."""

import json
import sys
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import xarray as xr

folder = Path(sys.argv[1])
stimuli = pd.read_csv(folder / "stimuli.csv")
packed = pd.read_csv(folder / "stimulus_set.csv")
archive = zipfile.ZipFile(folder / "stimulus_set.zip")
dataset = xr.open_zarr(folder / "stimuli.zarr", consolidated=False)
areas = dataset.masks.astype(float).sum(["y", "x"]) / 255

print(
    json.dumps(
        {
            "pandas": {
                "rows": len(stimuli),
                "ty": stimuli.ty.tolist(),
                "numeric": stimuli.select_dtypes("number").columns.tolist(),
            },
            "xarray": {
                "sizes": dict(dataset.images.sizes),
                "coordinates": list(dataset.coords),
                "categories": sorted(set(dataset.category_name.values.tolist())),
                "same": bool(np.allclose(areas, dataset.retinal_area)),
            },
            "zip": {
                "damaged": archive.testzip(),
                "same": archive.namelist() == packed.filename.tolist()
                and packed.stimulus_id.tolist() == stimuli.stimulus_id.tolist(),
            },
        }
    )
)
