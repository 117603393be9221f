"""Learning on top of shipped weights from an office's own rows, and holding the result against what was there.

Only the difference to the shipped weights is learned and kept small (a Gaussian prior around them), so a few hundred
rows move what they speak of and leave the rest. Nothing is written that does worse.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gongdao.triage.learned import shelf
from gongdao.triage.learned.features import BUCKETS, WORDS
from gongdao.triage.learned.linear import Linear, centred
from gongdao.triage.learned.making import UNCLEAR, field_examples, kind_examples
from gongdao.triage.learned.rows import is_for_testing, sentences
from gongdao.triage.learned.training import FOLDS, SEED, Example, Seen, evened, scores, see, write

FEWEST_ROWS = 50
STRENGTHS = (0.5, 2.0, 8.0)
"""How firmly the difference is held at zero, the loosest first. Taken is the one that gains most on
the office's rows, in cross-validation, without losing the rest; its figure is therefore optimistic."""
_ROUNDS = 25
_MAY_DROP = 0.01
"""Part of the project's own test sentences that a new model may lose: one in a hundred."""


@dataclass(frozen=True)
class Trial:
    """One model held against the shipped one: parts right, on the office's rows by cross-validation and on the
    project's sentences that are for testing. ``own_after`` is optimistic: it is the best of the ``STRENGTHS`` on the
    very folds that chose it (selection bias), and ``kept_after`` has a say in the choice too."""

    name: str
    rows: int
    own_before: float
    own_after: float
    kept_before: float
    kept_after: float

    @property
    def is_better(self) -> bool:
        """Better on what the office sees and not worse on the rest."""
        return self.own_after > self.own_before and self.kept_after >= self.kept_before - _MAY_DROP


def adapt_all(rows: Sequence[tuple[str, str, str]], folder: Path, *, with_meaning: bool) -> list[Trial]:
    """Learn from (field or kind, text, label) and write into ``folder`` the weights that got better, with the figures
    and fingerprints that let them be used (``shelf``). Raises ValueError for too few rows or a folder in use."""
    tasks = {"fields": "field", "kinds": "kind"}
    by_task = {
        t: [Example(text, label) for name, text, label in rows if name == of] for t, of in tasks.items()
    }
    if max(map(len, by_task.values())) < FEWEST_ROWS:
        raise ValueError(
            f"至少要有{FEWEST_ROWS}行才学得出东西，现在只有{max(map(len, by_task.values()))}行。"
        )
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise ValueError(f"文件夹里已经有东西，请换一个空的：{folder}")
    trials, better = [], []
    for meaning in (False, True) if with_meaning else (False,):
        for task, examples in by_task.items():
            name = f"{task}.meaning.npz" if meaning else f"{task}.npz"
            trial, model = _try(name, task, examples, meaning=meaning)
            trials.append(trial)
            if trial.is_better:
                write(model, folder / name)
                better.append(name)
    figures = [vars(trial) | {"used": trial.is_better} for trial in trials]
    shelf.sign(folder, better, figures)
    return trials


def _try(name: str, task: str, examples: list[Example], *, meaning: bool) -> tuple[Trial, Linear]:
    old = shelf.shipped(name)
    known = [example for example in examples if example.label in old.labels]
    rehearsed = field_examples() if task == "fields" else kind_examples()
    kept = [
        Example(row.text, row.field if task == "fields" else row.kind)
        for row in sentences()
        if is_for_testing(row.text) and row.kind != UNCLEAR
    ]
    own_seen, again_seen, kept_seen = (
        see([e.text for e in part], with_meaning=meaning) for part in (known, rehearsed, kept)
    )
    if len(known) < FEWEST_ROWS:
        return Trial(name, len(known), 0, 0, 0, 0), old
    before, kept_before = (
        float(_right(old, *part).mean()) for part in ((own_seen, known), (kept_seen, kept))
    )
    tried: list[tuple[Trial, Linear]] = []
    for strength in STRENGTHS:
        model = adapted(old, own_seen, known, again_seen, rehearsed, strength)
        after = _cross(old, own_seen, known, again_seen, rehearsed, strength)
        kept_after = float(_right(model, kept_seen, kept).mean())
        tried.append((Trial(name, len(known), before, after, kept_before, kept_after), model))
    return max(tried, key=lambda pair: (pair[0].is_better, pair[0].own_after))


def _cross(
    old: Linear, seen: Seen, examples: list[Example], again_seen: Seen, again: list[Example], strength: float
) -> float:
    order = np.random.default_rng(SEED).permutation(len(examples))
    right = np.zeros(len(examples), dtype=bool)
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        rest = np.setdiff1d(order, held)
        model = adapted(old, seen.part(rest), [examples[r] for r in rest], again_seen, again, strength)
        right[held] = _right(model, seen.part(held), [examples[r] for r in held])
    return float(right.mean())


def _right(model: Linear, seen: Seen, examples: Sequence[Example]) -> npt.NDArray[np.bool_]:
    best = scores(model, seen).argmax(1)
    return np.array([model.labels[place] == e.label for place, e in zip(best, examples, strict=True)])


def adapted(
    old: Linear, seen: Seen, examples: Sequence[Example], again_seen: Seen, again: Sequence[Example], strength: float
) -> Linear:  # fmt: skip
    """The shipped model moved by the examples, in the features that they touch; ``again`` are sentences it must not
    forget. How often each label is chosen at all stays as it was: an office sees what it sees."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix, hstack, vstack

    def features(part: Seen):  # type: ignore[no-untyped-def]
        weighed = part.pieces * old.idf
        weighed = weighed / np.maximum(np.linalg.norm(weighed, axis=1, keepdims=True), 1e-9)
        blocks = [csr_matrix(weighed), csr_matrix(part.words)]
        if old.centre.size:
            blocks.append(csr_matrix(np.array([centred(m, old.centre) for m in part.meanings])))
        return hstack(blocks).tocsr()

    places = {label: place for place, label in enumerate(old.labels)}
    usable = [row for row, e in enumerate(again) if e.label in places]
    own = features(seen)
    touched = np.unique(own.indices)
    inputs = vstack([own, features(again_seen)[usable]]).tocsc()[:, touched].tocsr()
    start = np.vstack([scores(old, seen), scores(old, again_seen)[usable]]).astype(float)
    right = np.array([places[e.label] for e in (*examples, *(again[row] for row in usable))])
    weight = np.concatenate([evened(examples), np.ones(len(usable))])
    shape = (inputs.shape[1], len(old.labels))
    rows = np.arange(len(right))

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        moved = flat.reshape(shape)
        logits = start + inputs @ moved
        logits -= logits.max(1, keepdims=True)
        share = np.exp(logits)
        share /= share.sum(1, keepdims=True)
        value = -(weight * np.log(np.maximum(share[rows, right], 1e-12))).sum() + strength / 2 * (flat @ flat)
        share[rows, right] -= 1
        gradient = inputs.T @ (share * weight[:, None]) + strength * moved
        return float(value), np.asarray(gradient).ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    # the model divides by its sharpness when it speaks
    moved = np.zeros((own.shape[1], len(old.labels)), dtype=np.float32)
    moved[touched] = found.x.reshape(shape) * old.sharpness
    meanings = moved[BUCKETS + WORDS :]
    return replace(
        old,
        piece_weights=old.piece_weights + moved[:BUCKETS],
        word_weights=old.word_weights + moved[BUCKETS : BUCKETS + WORDS],
        meaning_weights=old.meaning_weights + meanings if old.centre.size else old.meaning_weights,
    )
