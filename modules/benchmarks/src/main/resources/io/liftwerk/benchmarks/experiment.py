"""Seconds that Python takes to compare two arms, and to learn whom a treatment moves.

Usage: experiment.py ROWS. Prints one JSON object. Arms are compared by two metrics, by Welch's test
with SciPy's distribution, plain and with CUPED, from a data frame in memory; uplift is the
difference of two boosted models, learned from 70 % and scored for everybody.
"""

import json
import resource
import statistics
import sys
import time

import numpy as np
import pandas as pd
import scipy.stats
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier

NUMBERS = [f"n{i}" for i in range(12)]
LEVELS = [f"l{i}" for i in range(8)]


def frame(rows):
    random = np.random.default_rng(1)
    columns = {name: random.uniform(-2.5, 2.5, rows) for name in NUMBERS}
    for i, name in enumerate(LEVELS):
        names = pd.Categorical.from_codes(
            random.integers(0, 4 + 5 * i, rows), [f"v{k}" for k in range(4 + 5 * i)]
        )
        columns[name] = names
    data = pd.DataFrame(columns)
    data["arm"] = np.where(random.random(rows) < 0.5, "mail", "control")
    data["before"] = random.integers(0, 20_000, rows) / 100
    moved = (data["arm"] == "mail") & (data["n2"] > 0)
    z = 2 - data["n0"] * data["n1"] - 0.4 * moved
    data["won"] = (random.random(rows) < 1 / (1 + np.exp(z))).astype(int)
    spent = 20 + data["before"] / 10 + random.integers(0, 3_000, rows) / 100
    data["spend"] = np.where(random.random(rows) < 0.1, spent, 0)
    return data


def compare(data, adjusted):
    for metric in ("won", "spend"):
        values = data[metric]
        if adjusted:
            covariance = np.cov(values, data["before"])
            values = values - covariance[0, 1] / covariance[1, 1] * data["before"]
        arms = values.groupby(data["arm"]).agg(["mean", "var", "count"])
        variance = arms["var"] / arms["count"]
        error = np.sqrt(variance.sum())
        freedom = variance.sum() ** 2 / (variance**2 / (arms["count"] - 1)).sum()
        difference = arms["mean"]["mail"] - arms["mean"]["control"]
        scipy.stats.t.sf(abs(difference / error), freedom)
        difference + scipy.stats.t.ppf([0.025, 0.975], freedom) * error


def main():
    data = frame(int(sys.argv[1]))
    result = {}
    for name in ("plain", "cuped"):
        seconds = []
        for _ in range(5):
            start = time.perf_counter()
            compare(data, name == "cuped")
            seconds.append(time.perf_counter() - start)
        result[name] = statistics.median(seconds)
    start, cpu = time.perf_counter(), time.process_time()
    train = np.random.default_rng(2).random(len(data)) < 0.7
    features = data[NUMBERS + LEVELS]
    scores = []
    for arm in ("mail", "control"):
        rows = train & (data["arm"] == arm).to_numpy()
        model = HistGradientBoostingClassifier(categorical_features="from_dtype")
        model.fit(features[rows], data["won"][rows])
        scores.append(model.predict_proba(features)[:, 1])
    (scores[0] - scores[1]).mean()
    result["uplift"] = time.perf_counter() - start
    result["upliftCpu"] = time.process_time() - cpu
    result["peakBytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    result["sklearn"] = sklearn.__version__
    result["pandas"] = pd.__version__
    print(json.dumps(result))


main()
