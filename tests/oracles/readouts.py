"""Splits, halves and readouts by scikit-learn and NumPy. Run: python tests/oracles/readouts.py"""
import json
from pathlib import Path

import numpy as np
import scipy.stats
import sklearn
from sklearn.cross_decomposition import PLSRegression
from sklearn.datasets import load_linnerud
from sklearn.linear_model import Ridge, RidgeCV
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import ShuffleSplit, StratifiedShuffleSplit

random = np.random.RandomState(11)


def rounded(*shape, scale=1.0):
    return np.round(random.standard_normal(shape) * scale, 3)


def stratified(labels, **options):
    splits = StratifiedShuffleSplit(**options).split(np.zeros(len(labels)), labels)
    return [dict(train=train.tolist(), test=test.tolist()) for train, test in splits]


def relative_grid(features):
    """Half decades, 1e-6 to 1e2 times the mean variance of a training row."""
    centred = features - features.mean(0)
    return (centred**2).sum() / len(features) * 10 ** (np.arange(17) / 2 - 6)


def readouts(rows, units, targets, train, components, noise):
    features = rounded(rows, units) + 0.5
    responses = np.round(features @ rounded(units, targets, scale=0.3) + rounded(rows, targets, scale=noise) + 2, 3)
    test = [row for row in range(rows) if row not in train]
    pls = PLSRegression(components, scale=False).fit(features[train], responses[train])
    grid = relative_grid(features[train])
    chosen = RidgeCV(alphas=grid).fit(features[train], responses[train])
    fixed = Ridge(alpha=1).fit(features[train], responses[train])
    return dict(
        features=features.tolist(), responses=responses.tolist(), train=train, test=test, components=components,
        pls=pls.predict(features[test]).tolist(), ridge=fixed.predict(features[test]).tolist(),
        penalty=float(chosen.alpha_), leaveOneOut=chosen.predict(features[test]).tolist(),
    )


def linnerud():
    features, responses = load_linnerud(return_X_y=True)
    return dict(exercise=features.tolist(), physiological=responses.tolist(), firstRow=[
        PLSRegression(count).fit(features, responses).predict(features[:1])[0].tolist() for count in (1, 2, 3)])


def statistics():
    a, b = np.round(random.standard_normal(9), 1), np.round(random.standard_normal(9), 1)
    actual, predicted = random.randint(0, 4, 30), random.randint(0, 4, 30)
    counts = random.randint(0, 3, 30)
    values = rounded(9)
    times = random.randint(0, 4, 9)
    repeated = [np.repeat(x, times) for x in (a, b)]
    return dict(
        a=a.tolist(), b=b.tolist(), pearson=scipy.stats.pearsonr(a, b)[0], spearman=scipy.stats.spearmanr(a, b)[0],
        times=times.tolist(), weightedPearson=scipy.stats.pearsonr(*repeated)[0],
        values=values.tolist(), median=np.median(values), percentiles=np.percentile(values, [2.5, 97.5]).tolist(),
        weightedMedian=np.median(np.repeat(values, times)),
        deviations=[np.std(values), np.std(values, ddof=1)],
        actual=actual.tolist(), predicted=predicted.tolist(), counts=counts.tolist(),
        balanced=balanced_accuracy_score(actual, predicted),
        balancedUnderCounts=balanced_accuracy_score(actual, predicted, sample_weight=counts),
    )


even = [f"object{row % 4}" for row in range(40)]
uneven = ["cat"] * 7 + ["dog"] * 11 + ["Bird"] * 7 + ["fish"] * 18
options = dict(splits=3, trainShare=0.9, seed=1), dict(splits=4, trainShare=0.62, seed=20140610)
fixture = dict(
    versions=dict(numpy=np.__version__, scipy=scipy.__version__, sklearn=sklearn.__version__),
    permutations=[dict(seed=seed, length=length, values=np.random.RandomState(seed).permutation(length).tolist())
                  for seed, length in ((1, 10), (0, 1), (4294967295, 37), (5, 700))],
    stratified=[dict(labels=labels, options=choice, splits=stratified(
        labels, n_splits=choice["splits"], train_size=choice["trainShare"], random_state=choice["seed"]))
        for labels, choice in zip((even, uneven), options)],
    halves=[dict(repetitions=count, halves=[dict(first=train.tolist(), second=test.tolist()) for train, test in
                 ShuffleSplit(3, train_size=0.5, random_state=1).split(np.zeros(count))]) for count in (8, 7)],
    readouts=dict(fewUnits=readouts(40, 8, 5, [row for row in range(40) if row % 4 != 1], 6, 1),
                  manyUnits=readouts(24, 60, 6, [row for row in range(24) if row % 3 != 0], 7, 3),
                  oneTarget=readouts(30, 12, 1, list(range(4, 30)), 5, 0.5)),
    linnerud=linnerud(),
    statistics=statistics(),
)
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture) + "\n")
