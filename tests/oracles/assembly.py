"""A Brain-Score assembly as xarray and the netCDF4 library write it. Run: python tests/oracles/assembly.py
Needs numpy, xarray and netCDF4."""
from pathlib import Path

import numpy as np
import xarray as xr

presentations, neuroids = 12, 3
data = np.arange(presentations * neuroids * 2, dtype="float64").reshape(presentations, neuroids, 2) / 4
data[1, 2, 0] = np.nan
xr.DataArray(
    data,
    dims=("presentation", "neuroid", "time_bin"),
    coords={
        "stimulus_id": ("presentation", [f"s{row % 4}" for row in range(presentations)]),
        "repetition": ("presentation", np.repeat(np.arange(3), 4)),
        "object_name": ("presentation", [f"o{row % 4 // 2}" for row in range(presentations)]),
        "neuroid_id": ("neuroid", ["m.1", "m.2", "n.1"]),
        "region": ("neuroid", ["IT", "IT", "V4"]),
        "animal": ("neuroid", ["m", "m", "n"]),
        "time_bin_start": ("time_bin", [70, 80]),
        "time_bin_end": ("time_bin", [80, 90]),
    },
    name="data",
    attrs={"identifier": "made.up", "stimulus_set_identifier": "four"},
).to_netcdf(Path(__file__).with_name("assembly.nc"), engine="netcdf4")
