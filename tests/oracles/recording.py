"""A small NWB file as PyNWB writes it: spike times of three units, trials with a column that names the picture, electrodes
with locations. Run: python tests/oracles/recording.py
Needs numpy and pynwb."""
import json
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
from pynwb import NWBHDF5IO, NWBFile
from pynwb.file import Subject

here = Path(__file__)
random = np.random.default_rng(7)
nwb = NWBFile("made up", "recording", datetime(2020, 1, 1, tzinfo=timezone.utc))
nwb.subject = Subject(subject_id="Grün", species="Macaca mulatta", age="P4Y", sex="F")
device = nwb.create_device("array")
groups = {place: nwb.create_electrode_group(place, place, place, device) for place in ("V4", "IT")}
for place in ("V4", "IT", "IT"):
    nwb.add_electrode(location=place, group=groups[place])
nwb.add_trial_column("picture", "name of the picture shown")
starts = np.arange(12) * 0.5 + 0.25
pictures = [f"p{trial % 4}" for trial in range(12)]
for start, picture in zip(starts, pictures):
    nwb.add_trial(start_time=start, stop_time=start + 0.3, picture=picture)
spikes = [np.sort(random.uniform(0, 6.5, count)) for count in (150, 220, 40)]
for unit, times in enumerate(spikes):
    observed = [[0.0, 6.5]] if unit != 2 else [[0.0, 3.0], [4.2, 6.5]]
    nwb.add_unit(spike_times=times, electrodes=[unit], obs_intervals=observed)
with NWBHDF5IO(here.with_suffix(".nwb"), "w") as file:
    file.write(nwb, cache_spec=False)


def count(times, start, stop):
    return int(((times >= start) & (times < stop)).sum())


counts = [[count(times, start + 0.07, start + 0.17) for times in spikes] for start in starts]
for trial, start in enumerate(starts):
    if not (start + 0.17 <= 3.0 or start + 0.07 >= 4.2):
        counts[trial][2] = None
here.with_suffix(".json").write_text(json.dumps({"pictures": pictures, "counts70to170": counts}) + "\n")
