"""Making the files of weights: fields from all sentences and any further rows, kinds from those not set aside."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from gongdao.triage.learned.rows import is_for_testing, sentences
from gongdao.triage.learned.training import (
    SEED,
    Example,
    calibrated,
    fit,
    fold_scores,
    see,
    sharpness_of,
    write,
)

OWN_WEIGHT = 0.25
"""How much a sentence of the project counts for fields beside a question really asked, chosen by cross-validation: they
cover what is rare, but are tidier than what people write."""
UNCLEAR = "unclear"
"""Not learned: it is what is left where no kind is likely."""


def field_examples(asked: Sequence[Example] = ()) -> list[Example]:
    """What fields are learned from: questions really asked first, then the project's own sentences."""
    own = [Example(row.text, row.field, OWN_WEIGHT if asked else 1.0) for row in sentences()]
    return [*asked, *own]


def kind_examples(asked: Sequence[Example] = ()) -> list[Example]:
    """What kinds are learned from; the sentences set aside for testing are left out."""
    own = [
        Example(row.text, row.kind)
        for row in sentences()
        if row.kind != UNCLEAR and not is_for_testing(row.text)
    ]
    return [*asked, *own]


def make(
    task: str, examples: Sequence[Example], tested: int, folder: Path, *, with_meaning: bool,
    say: Callable[[str], None] = lambda _: None,
) -> Path:  # fmt: skip
    """Learn a task's weights and write them. The first ``tested`` examples calibrate the confidence, each through a
    model that has not seen it."""
    seen = see([example.text for example in examples], with_meaning=with_meaning)
    labels, logits = fold_scores(seen, examples, np.arange(tested), SEED, say)
    right = [labels.index(example.label) for example in examples[:tested]]
    model = calibrated(fit(seen, examples), sharpness_of(logits, right))
    path = folder / (f"{task}.meaning.npz" if with_meaning else f"{task}.npz")
    write(model, path)
    return path
