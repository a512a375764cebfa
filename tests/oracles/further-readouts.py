"""Further readouts by scikit-learn, SciPy and POT. Run: python tests/oracles/further-readouts.py
Needs numpy, scipy, scikit-learn and POT."""
import json
from pathlib import Path

import numpy as np
import ot
import scipy
import sklearn
from scipy.optimize import minimize
from sklearn.cross_decomposition import PLSRegression
from sklearn.decomposition import PCA
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge, RidgeCV
from sklearn.metrics import r2_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import KernelCenterer, StandardScaler
from sklearn.svm import SVC, LinearSVC

random = np.random.RandomState(23)
rows, units, targets = 42, 15, 4
features = np.round(random.standard_normal((rows, units)) * np.linspace(0.5, 3, units) + 1, 3)
responses = np.round(features @ random.standard_normal((units, targets)) + 2 * random.standard_normal((rows, targets)), 3)
train = [row for row in range(rows) if row % 3]
test = [row for row in range(rows) if row % 3 == 0]
X, Y, held = features[train], responses[train], features[test]
grid = [0.1, 1, 10, 100]
labels = np.argmax(features[:, :3] @ random.standard_normal((3, 3)) + 1.5 * random.standard_normal((rows, 3)), 1)


def kernel_ridge(kernel, penalty):
    """Ridge regression on the features of a kernel, centred there, with an intercept."""
    centre = KernelCenterer().fit(kernel(X, X))
    model = KernelRidge(alpha=penalty, kernel="precomputed").fit(centre.transform(kernel(X, X)), Y - Y.mean(0))
    return (model.predict(centre.transform(kernel(held, X))) + Y.mean(0)).tolist()


variance = ((X - X.mean(0)) ** 2).sum(1).mean()
gaussian = lambda a, b: np.exp(-((a[:, None] - b[None]) ** 2).sum(-1) / (2 * 2**2 * variance))
polynomial = lambda a, b: (1 + (a - X.mean(0)) @ (b - X.mean(0)).T / variance) ** 3


def squared_hinge(signs, cost):
    """Decision values of the support vector machine with an unpunished intercept, by a general optimiser."""
    def objective(w):
        margin = np.maximum(0, 1 - signs * (X @ w[:-1] + w[-1]))
        slope = -2 * cost * margin * signs
        return 0.5 * w[:-1] @ w[:-1] + cost * (margin**2).sum(), np.append(w[:-1] + X.T @ slope, slope.sum())
    best = minimize(objective, np.zeros(units + 1), jac=True, method="L-BFGS-B",
                    options=dict(maxiter=100000, maxfun=1000000, ftol=1e-16, gtol=1e-10)).x
    return held @ best[:-1] + best[-1]


def one_against_rest(decide):
    return np.stack([decide(np.where(labels[train] == name, 1, -1)) for name in range(3)], 1).tolist()


def one_to_one():
    correlations = np.corrcoef(X.T, Y.T)[:units, units:]
    best = np.abs(correlations).argmax(0)
    lines = [LinearRegression().fit(X[:, [unit]], Y[:, target]) for target, unit in enumerate(best)]
    return dict(units=best.tolist(), predicted=np.stack(
        [line.predict(held[:, [unit]]) for line, unit in zip(lines, best)], 1).tolist())


def soft_matching():
    correlations = np.corrcoef(X.T, Y.T)[:units, units:]
    plan = ot.emd(np.full(units, 1 / units), np.full(targets, 1 / targets), 1 - correlations)
    return (Y.mean(0) + Y.std(0) * (StandardScaler().fit(X).transform(held) @ plan * targets)).tolist()


shared = RidgeCV(alphas=grid).fit(X, Y)
separate = RidgeCV(alphas=grid, alpha_per_target=True).fit(X, Y)
components = make_pipeline(PCA(6, svd_solver="full"), LinearRegression()).fit(X, Y)
scaled = make_pipeline(StandardScaler(), Ridge(alpha=5)).fit(X, Y)
fixed = Ridge(alpha=5).fit(X, Y)
fixture = dict(
    versions=dict(numpy=np.__version__, scipy=scipy.__version__, sklearn=sklearn.__version__, pot=ot.__version__),
    features=features.tolist(), responses=responses.tolist(), labels=labels.tolist(), train=train, test=test,
    grid=grid, shared=dict(penalty=float(shared.alpha_), predicted=shared.predict(held).tolist()),
    perTarget=dict(penalties=separate.alpha_.tolist(), predicted=separate.predict(held).tolist()),
    standardised=scaled.predict(held).tolist(),
    scaledPls=PLSRegression(5).fit(X, Y).predict(held).tolist(),
    weights=dict(coefficients=fixed.coef_.T.tolist(), intercepts=fixed.intercept_.tolist()),
    components=components.predict(held).tolist(),
    gaussian=kernel_ridge(gaussian, 0.3), polynomial=kernel_ridge(polynomial, 2),
    logistic=one_against_rest(lambda signs: LogisticRegression(C=0.7, tol=1e-12, max_iter=100000)
                              .fit(X, signs).decision_function(held)),
    squaredHinge=one_against_rest(lambda signs: squared_hinge(signs, 0.05)),
    liblinear=one_against_rest(lambda signs: LinearSVC(C=0.05, tol=1e-10, max_iter=10000000, intercept_scaling=1000, dual=True)
                               .fit(X, signs).decision_function(held)),
    hinge=one_against_rest(lambda signs: SVC(C=0.3, kernel="linear", tol=1e-10).fit(X, signs).decision_function(held)),
    determination=r2_score(responses[test], fixed.predict(held), multioutput="raw_values").tolist(),
    oneToOne=one_to_one(), softMatching=soft_matching(),
)
Path(__file__).with_suffix(".json").write_text(json.dumps(fixture) + "\n")
