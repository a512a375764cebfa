"""Seconds of one fit by scikit-learn (the better of two), the peer of readouts.ts.
Run: OPENBLAS_NUM_THREADS=1 python benchmarks/readouts.py [images] [units] [neuroids]"""
import sys
import time

import numpy as np
import sklearn
from sklearn.cross_decomposition import PLSRegression
from sklearn.linear_model import Ridge, RidgeCV

images, units, neuroids = [int(value) for value in sys.argv[1:4]] or [900, 3000, 120]
random = np.random.default_rng(1)
latent = random.standard_normal((images, 50))
features = latent @ random.standard_normal((50, units)) + 3 * random.standard_normal((images, units))
signal = latent @ random.standard_normal((50, neuroids))
targets = signal + np.sqrt(50) * random.standard_normal((images, neuroids))
penalties = ((features - features.mean(0)) ** 2).sum() / images * 10 ** (np.arange(17) / 2 - 6)

print(f"{images} images, {units} units, {neuroids} neuroids; scikit-learn {sklearn.__version__}, NumPy {np.__version__}")
for name, model in [
    ("PLSRegression(25, scale=False)", PLSRegression(25, scale=False)),
    ("Ridge(1)", Ridge(alpha=1)),
    ("RidgeCV, 17 penalties", RidgeCV(alphas=penalties)),
]:
    times = []
    for _ in range(2):
        since = time.perf_counter()
        model.fit(features, targets)
        times.append(time.perf_counter() - since)
    print(f"{name:32}{min(times):8.2f} s")
