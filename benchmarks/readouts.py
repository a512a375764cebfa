"""The peer of readouts.ts, which starts it: fits scikit-learn's readouts to the same bytes on the same splits.

Reads a folder with `task.json`, `features.f32` and `targets.f64`; then, for every line `READOUT SPLIT` on standard input, fits one
split, writes `predicted.f64` and answers with a line of JSON: seconds and processor seconds of fit and prediction."""
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
import sklearn
from sklearn.cross_decomposition import PLSRegression
from sklearn.decomposition import PCA
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge, RidgeCV
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

folder = Path(sys.argv[1])
task = json.loads((folder / "task.json").read_text())
features = np.fromfile(folder / "features.f32", np.float32).reshape(task["images"], -1).astype(float)
targets = np.fromfile(folder / "targets.f64").reshape(task["images"], -1)
classes = np.array(task["classes"])


class Centred:
    """Classifiers are fitted to centred features. LinearSVC punishes the intercept, so that its decision values differ from
    ours; a scaling that undoes it makes liblinear many times slower."""

    def __init__(self, model):
        self.model = model

    def fit(self, x, y):
        self.mean = x.mean(0)
        self.model.fit(x - self.mean, y)

    def predict(self, x):
        return self.model.decision_function(x - self.mean)


models = {
    "pls": lambda: PLSRegression(25, scale=False),
    "ridge-1": lambda: Ridge(alpha=1),
    "ridge-cv": lambda: RidgeCV(alphas=task["penalties"]),
    "principal-components": lambda: make_pipeline(PCA(50, svd_solver="full"), LinearRegression()),
    "logistic": lambda: Centred(OneVsRestClassifier(LogisticRegression(C=task["cost"], tol=1e-6, max_iter=10000))),
    "linear-svm": lambda: Centred(LinearSVC(C=task["cost"], tol=1e-6, max_iter=100000, intercept_scaling=30)),
}
classifiers = {"logistic", "linear-svm"}
print(f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}", flush=True)
for line in sys.stdin:
    name, split = line.split()
    train, test = (np.array(task["splits"][int(split)][part]) for part in ("train", "test"))
    since, used = time.perf_counter(), time.process_time()
    model = models[name]()
    model.fit(features[train], classes[train] if name in classifiers else targets[train])
    predicted = model.predict(features[test])
    seconds, processor = time.perf_counter() - since, time.process_time() - used
    np.ascontiguousarray(predicted, float).tofile(folder / "predicted.f64")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(dict(seconds=seconds, processor=processor, peak=peak)), flush=True)
