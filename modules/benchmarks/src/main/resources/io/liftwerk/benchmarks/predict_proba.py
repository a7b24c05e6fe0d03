"""Seconds that scikit-learn's predict_proba takes on as many rows as the benchmark scores.

Usage: predict_proba.py ROWS. Prints one JSON object. Twenty raw columns in a data frame, as the
benchmark's table has them; the pipeline prepares them, which counts.
"""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

NUMBERS = [f"n{i}" for i in range(12)]
LEVELS = [f"l{i}" for i in range(8)]


def frame(rows, seed):
    random = np.random.default_rng(seed)
    columns = {}
    for name in NUMBERS:
        values = random.normal(size=rows)
        values[random.random(rows) < 0.05] = np.nan
        columns[name] = values
    for i, name in enumerate(LEVELS):
        columns[name] = np.array([f"v{k}" for k in range(4 + 5 * i)])[
            random.integers(0, 4 + 5 * i, rows)
        ]
    return pd.DataFrame(columns)


def main():
    rows = int(sys.argv[1])
    train = frame(20_000, 1)
    z = np.nan_to_num(train["n0"]) * np.nan_to_num(train["n1"]) + (train["l0"] == "v1")
    won = np.random.default_rng(2).random(len(z)) < 1 / (1 + np.exp(-z))
    linear = make_pipeline(
        ColumnTransformer(
            [
                ("n", make_pipeline(SimpleImputer(add_indicator=True), StandardScaler()), NUMBERS),
                ("l", OneHotEncoder(handle_unknown="ignore"), LEVELS),
            ]
        ),
        LogisticRegression(max_iter=1_000),
    ).fit(train, won)
    boosted = make_pipeline(
        ColumnTransformer(
            [
                ("l", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), LEVELS),
                ("n", "passthrough", NUMBERS),
            ]
        ),
        HistGradientBoostingClassifier(categorical_features=range(len(LEVELS))),
    ).fit(train, won)
    fresh = frame(rows, 3)
    seconds = {}
    for name, model in (("logistic", linear), ("boosted", boosted)):
        start, cpu = time.perf_counter(), time.process_time()
        model.predict_proba(fresh)
        seconds[name] = time.perf_counter() - start
        seconds[name + "Cpu"] = time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({**seconds, "peakBytes": peak, "version": sklearn.__version__}))


main()
