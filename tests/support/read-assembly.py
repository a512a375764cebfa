"""Opens an exported assembly as its users do, and prints what was found as JSON."""

import hashlib
import json
import sys

import numpy as np
import xarray as xr

path = sys.argv[1]


def found(dataset):
    labels = {
        name: {"dimensions": list(of.dims), "first": str(of.values[0]) if of.dtype.kind in "UOT" else float(of.values[0])}
        for name, of in dataset.coords.items()
    }
    data = np.ascontiguousarray(dataset["data"].values)
    return {
        "sizes": dict(dataset["data"].sizes),
        "type": str(data.dtype),
        "bytes": hashlib.sha256(data.tobytes()).hexdigest(),
        "coordinates": labels,
        "attributes": {name: str(value) for name, value in dataset.attrs.items() if name != "coordinates"},
    }


if path.endswith(".zarr"):
    datasets = {"zarr": xr.open_zarr(path, consolidated=False)}
else:
    datasets = {engine: xr.open_dataset(path, engine=engine) for engine in ("netcdf4", "h5netcdf")}
print(json.dumps({engine: found(dataset) for engine, dataset in datasets.items()}))
