"""Validates and opens an NWB file as its users do, and prints what was found as JSON."""

import hashlib
import json
import sys

import numpy as np
from pynwb import NWBHDF5IO, validate

path = sys.argv[1]
with NWBHDF5IO(path, "r") as file:
    nwb = file.read()
    trials, units = nwb.trials.to_dataframe(), nwb.units.to_dataframe()
    responses = nwb.processing["ecephys"]["responses"]
    found = {
        "errors": [str(error) for error in validate(path=path)],
        "session": nwb.session_description,
        "trials": {name: trials[name].tolist()[:3] for name in trials},
        "units": {name: units[name].tolist() for name in units},
        "unit": responses.unit,
        "bytes": hashlib.sha256(np.ascontiguousarray(responses.data[:]).tobytes()).hexdigest(),
    }
print(json.dumps(found))
