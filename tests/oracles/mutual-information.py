"""Mutual information by scikit-learn and quantile bins by NumPy. Run: python tests/oracles/mutual-information.py"""
import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.metrics import mutual_info_score

random = np.random.RandomState(7)


def pair(rows, x_levels, y_levels, coupling):
    x = random.randint(x_levels, size=rows)
    y = np.where(random.uniform(size=rows) < coupling, x % y_levels, random.randint(y_levels, size=rows))
    return dict(x=x.tolist(), y=y.tolist(), mutual_information=mutual_info_score(x, y))


values = np.round(random.standard_normal(50), 3)
edges = np.sort(values)[[9, 19, 29, 39]]
fixture = dict(
    versions=dict(numpy=np.__version__, sklearn=sklearn.__version__),
    pairs=[pair(60, 4, 3, 0), pair(60, 5, 5, 0.4), pair(40, 7, 2, 1)],
    bins=dict(values=values.tolist(), bins=5, codes=np.digitize(values, edges, right=True).tolist()),
)
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture) + "\n")
