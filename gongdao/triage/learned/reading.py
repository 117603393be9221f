"""What the learned models say of a text: likelihoods of kinds, and the fields it may be counted under, best first."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongdao.triage.fields import field_of
from gongdao.triage.learned import dense
from gongdao.triage.learned.features import word_scores
from gongdao.triage.learned.linear import Linear, likelihoods
from gongdao.triage.learned.shelf import model_for
from gongdao.triage.words import Evidence

NOTHING_SAID = "综合咨询"
MOST_FIELDS = 3
_FEWEST = 4
"""Chinese characters: with fewer there is too little to learn from."""


@dataclass(frozen=True)
class FieldGuess:
    """A field of consultation and how likely it is (0..1)."""

    field: str
    share: float


@dataclass(frozen=True)
class Reading:
    """``kinds`` gives likelihoods by finer kind, none where too little was said; ``fields`` are best first;
    ``with_meaning`` says whether the vector of meaning was read or only words and their pieces."""

    kinds: Mapping[str, float]
    fields: tuple[FieldGuess, ...]
    with_meaning: bool
    _kind_model: Linear | None
    _text: str

    def telling(self, kind: str) -> tuple[str, ...]:
        """The pieces of the text that speak most for a kind; what is said where no word of the tables was found."""
        model = self._kind_model
        return model.telling(self._text, kind) if model and kind in model.labels else ()


def read_learned(text: str, evidence: Mapping[str, Evidence], *, with_meaning: bool = True) -> Reading:
    """Read a normalised text with the models; the evidence is what the tables found in it."""
    if sum("\u4e00" <= char <= "\u9fff" for char in text) < _FEWEST:
        best = max(evidence, key=lambda code: evidence[code].score, default=None)
        field = field_of(best) if best else NOTHING_SAID
        return Reading({}, (FieldGuess(field, 0.0),), False, None, text)
    kinds = model_for("kinds", with_meaning=with_meaning)
    fields = model_for("fields", with_meaning=with_meaning)
    words = word_scores(evidence)
    needs_meaning = bool(kinds.centre.size or fields.centre.size)
    meant = dense.meaning(text) if needs_meaning else None
    if needs_meaning and meant is None:
        return read_learned(text, evidence, with_meaning=False)
    of_kinds = likelihoods(kinds.logits(text, words, meant))
    of_fields = likelihoods(fields.logits(text, words, meant))
    order = sorted(range(len(fields.labels)), key=lambda place: -of_fields[place])[:MOST_FIELDS]
    return Reading(
        {code: float(share) for code, share in zip(kinds.labels, of_kinds, strict=True)},
        tuple(FieldGuess(fields.labels[place], round(float(of_fields[place]), 3)) for place in order),
        needs_meaning,
        kinds,
        text,
    )
