"""Correlations, tests, intervals, folds and representational similarity by SciPy, statsmodels, scikit-learn and rsatoolbox.

Run: pip install numpy scipy statsmodels scikit-learn rsatoolbox; python tests/oracles/statistics.py
"""
import json
from importlib.metadata import version
from pathlib import Path

import numpy as np

import scipy
import scipy.stats
import sklearn
import statsmodels
from rsatoolbox.data import Dataset, noise
from rsatoolbox.inference import boot_noise_ceiling
from rsatoolbox.rdm import RDMs, calc_rdm, compare
from rsatoolbox.rdm.compare import _tau_a
from statsmodels.stats.multitest import multipletests

random = np.random.RandomState(5)

def numbers(array):
    return np.asarray(array).tolist()

def correlations(x, y):
    return dict(x=numbers(x), y=numbers(y), pearson=scipy.stats.pearsonr(x, y)[0], spearman=scipy.stats.spearmanr(x, y)[0],
                tauB=scipy.stats.kendalltau(x, y)[0], tauA=_tau_a(np.array(x, float), np.array(y, float)))

def partial(x, y, controls):
    design = np.column_stack([np.ones(len(x)), *controls])
    left = [v - design @ np.linalg.lstsq(design, v, rcond=None)[0] for v in (x, y)]
    return dict(x=numbers(x), y=numbers(y), controls=numbers(controls), value=scipy.stats.pearsonr(*left)[0])

def accelerated():
    """SciPy's BCa from given resamples: the distribution is handed over instead of being drawn."""
    sample = np.round(random.exponential(size=25), 3)
    draws = np.array([np.mean(random.choice(sample, 25)) for _ in range(400)])
    result = scipy.stats.bootstrap((sample,), np.mean, n_resamples=0, bootstrap_result=type("Given", (), dict(
        bootstrap_distribution=draws))(), method="BCa", confidence_level=0.9)
    jackknife = [np.mean(np.delete(sample, item)) for item in range(25)]
    return dict(estimate=float(np.mean(sample)), draws=numbers(draws), jackknife=jackknife, level=0.9,
                low=result.confidence_interval.low, high=result.confidence_interval.high)

def representational():
    conditions, channels, repetitions = 7, 5, 4
    truth = random.standard_normal((conditions, channels))
    trials = np.round(truth + random.standard_normal((repetitions, conditions, channels)) @ (
        np.eye(channels) + 0.4), 3)
    descriptors = dict(condition=np.tile(np.arange(conditions), repetitions))
    flat = trials.reshape(-1, channels)
    halves = np.repeat([0, 0, 1, 1], conditions)
    data = Dataset(flat, obs_descriptors=dict(**descriptors, half=halves))
    covariance = noise.cov_from_unbalanced(data, "condition")
    precision = np.linalg.inv(covariance)
    means = Dataset(trials.mean(0))
    other = Dataset(np.round(random.standard_normal((conditions, 6)), 3))
    rdms = {name: calc_rdm(means, method=name).dissimilarities[0] for name in ("correlation", "euclidean")}
    crossnobis = calc_rdm(data, method="crossnobis", descriptor="condition", noise=precision, cv_descriptor="half")
    pair = [calc_rdm(side, method="euclidean") for side in (means, other)]
    methods = dict(spearman="spearman", pearson="corr", tauA="tau-a", whitenedCosine="cosine_cov")
    animals = np.array([calc_rdm(Dataset(truth + 0.7 * random.standard_normal(truth.shape)), method="euclidean")
                        .dissimilarities[0] for _ in range(4)])
    ceilings = {name: numbers(boot_noise_ceiling(RDMs(animals), method=methods[name])) for name in ("spearman", "pearson")}
    return dict(
        trials=numbers(trials), other=numbers(other.measurements), covariance=numbers(covariance),
        correlation=numbers(rdms["correlation"]), euclidean=numbers(rdms["euclidean"]),
        crossnobis=numbers(crossnobis.dissimilarities[0]),
        compared={name: float(compare(*pair, method=method)[0, 0]) for name, method in methods.items()},
        animals=numbers(animals), ceilings=ceilings)

def alignment():
    """CKA as Kornblith et al. (2019) and Song et al. (2012) write it, directly from their equations."""
    x, y = np.round(random.standard_normal((9, 6)), 3), np.round(random.standard_normal((9, 4)), 3)
    y[:, 0] += x[:, 0]
    n = len(x)
    k, l = x @ x.T + 0.5, y @ y.T
    centring = np.eye(n) - 1 / n

    def biased(a, b):
        return np.trace(a @ centring @ b @ centring)

    def unbiased(a, b):
        a, b = (m - np.diag(np.diag(m)) for m in (a, b))
        ones = np.ones(n)
        return (np.trace(a @ b) + (ones @ a @ ones) * (ones @ b @ ones) / ((n - 1) * (n - 2))
                - 2 / (n - 2) * (ones @ a @ b @ ones)) / (n * (n - 3))

    def cka(hsic):
        return hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l))

    spectrum = np.linalg.eigvalsh(centring @ k @ centring)
    return dict(x=numbers(k), y=numbers(l), biased=cka(biased), unbiased=cka(unbiased),
                dimensionality=spectrum.sum() ** 2 / (spectrum**2).sum())

def multiple():
    p = np.array([0.001, 0.04, 0.03, 0.005, 0.2, 0.03, 0.9])
    return dict(p=numbers(p), holm=numbers(multipletests(p, method="holm")[1]),
                benjaminiHochberg=numbers(multipletests(p, method="fdr_bh")[1]))

def permutation():
    drawn = np.round(random.standard_normal(99), 2)
    observed = 1.2
    return dict(observed=observed, drawn=numbers(drawn), greater=(1 + (drawn >= observed).sum()) / 100,
                less=(1 + (drawn <= observed).sum()) / 100,
                twoSided=(1 + (np.abs(drawn) >= abs(observed)).sum()) / 100)

z = [-7, -3.2, -1, -0.1, 0, 0.5, 1.96, 4]
shares = [1e-6, 0.025, 0.3, 0.5, 0.975, 0.9999]
ties = random.randint(0, 5, (2, 40)).astype(float)
plain = np.round(random.standard_normal((5, 30)), 3)
fixture = dict(
    versions=dict(numpy=np.__version__, scipy=scipy.__version__, sklearn=sklearn.__version__,
                  statsmodels=statsmodels.__version__, rsatoolbox=version("rsatoolbox")),
    correlations=[correlations(*ties), correlations(*plain[:2]), correlations(np.arange(12.0), np.repeat([1.0, 2, 3], 4))],
    partial=[partial(plain[0] + plain[2], plain[1] + plain[2], [plain[2]]),
             partial(plain[0] + plain[2], plain[1] - plain[3], [plain[2], plain[3], plain[2] + plain[3]])],
    normal=dict(z=z, below=numbers(scipy.stats.norm.cdf(z)), shares=shares, quantiles=numbers(scipy.stats.norm.ppf(shares))),
    accelerated=accelerated(),
    multiple=multiple(),
    permutation=permutation(),
    representational=representational(),
    alignment=alignment(),
)
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture) + "\n")
