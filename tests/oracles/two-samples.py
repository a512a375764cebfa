"""Tests of two samples and Student's t by SciPy; d' from its equation.

Run: pip install numpy scipy; python tests/oracles/two-samples.py
"""
import json
from pathlib import Path

import numpy as np
import scipy
import scipy.stats as stats

random = np.random.RandomState(11)


def compared(first, second):
    first, second = np.asarray(first, float), np.asarray(second, float)
    ranked = stats.mannwhitneyu(first, second, method="asymptotic", use_continuity=True)
    welch = stats.ttest_ind(first, second, equal_var=False)
    spread = np.sqrt((first.var(ddof=1) + second.var(ddof=1)) / 2)
    return dict(first=first.tolist(), second=second.tolist(), u=ranked.statistic, rankP=ranked.pvalue, t=welch.statistic,
                degreesOfFreedom=welch.df, welchP=welch.pvalue, sensitivity=(first.mean() - second.mean()) / spread)


samples = [
    (np.round(random.standard_normal(12), 2), np.round(random.standard_normal(9) + 1, 2)),
    (random.randint(0, 4, 40), random.randint(1, 5, 30)),
    (np.maximum(0, np.round(random.standard_normal(30), 1)), np.maximum(0, np.round(random.standard_normal(41) - 1, 1))),
    ([3, 3, 3, 4], [3, 3, 3, 3, 3]),
    (np.round(random.standard_normal(40) + 4, 3), np.round(random.standard_normal(40), 3)),
]
t = [-40, -1.2, 0, 1e-3, 0.3, 1, 1.96, 2, 5, 40]
freedom = [0.7, 1, 2.3, 4, 30, 2000]
shares = [0.001, 0.02, 0.3, 0.6, 0.95, 0.975, 0.9999]
fixture = dict(
    scipy=scipy.__version__,
    compared=[compared(*pair) for pair in samples],
    student=[dict(degreesOfFreedom=df, t=t, above=stats.t.sf(t, df).tolist(), shares=shares,
                  quantiles=stats.t.ppf(shares, df).tolist()) for df in freedom],
)
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture, indent=1) + "\n")
