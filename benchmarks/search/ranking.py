"""The ranker: LambdaMART over the described candidates of the training questions."""

from dataclasses import dataclass

import lightgbm
import numpy as np

_SETTINGS = {
    "objective": "lambdarank", "lambdarank_truncation_level": 60, "learning_rate": 0.06, "num_leaves": 10,
    "min_data_in_leaf": 80, "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0,
    "verbosity": -1, "num_threads": 2, "deterministic": True, "force_row_wise": True, "max_bin": 127,
}  # fmt: skip
ROUNDS = 320


@dataclass(frozen=True)
class Described:
    """A question's candidates: documents [k], features float32 [k, columns], and how many articles were wanted."""

    documents: np.ndarray
    features: np.ndarray
    gold: tuple[int, ...]

    @property
    def relevant(self) -> np.ndarray:
        return np.isin(self.documents, self.gold)


def fit(
    described: list[Described], names: list[str], seed: int, rounds: int = ROUNDS, **changed: object
) -> lightgbm.Booster:
    """Questions whose articles are not among their candidates teach nothing and are left out."""
    useful = [one for one in described if one.relevant.any()]
    data = lightgbm.Dataset(
        np.concatenate([one.features for one in useful]),
        np.concatenate([one.relevant for one in useful]).astype(np.int8),
        group=[len(one.documents) for one in useful],
        feature_name=names,
    )
    return lightgbm.train(_SETTINGS | {"seed": seed} | changed, data, rounds)


def ordered(described: Described, scores: np.ndarray) -> list[int]:
    """Documents, best first."""
    return described.documents[np.argsort(-scores, kind="stable")].tolist()
