"""From the facts a person gave to what an event may hold: pointers instead of personal data.

Sealed text and party particulars are taken out, to be stored encrypted; in their place stand a pointer and a
keyed fingerprint, so that a later change of the stored text shows.
"""

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from gongdao.procedures.engine.facts import Amends, FactMark, Facts, PartyFacts, PartySide
from gongdao.procedures.engine.marks import marked_fields

Seal = Callable[[str], str]


def canonical(value: Any) -> str:
    """JSON with one spelling: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party's particulars as given with this step; ``side`` is None where an existing party is corrected."""

    ref: str
    side: PartySide | None
    particulars: PartyFacts


@dataclass(slots=True)
class Recorded:
    """What the event holds, and what is stored sealed beside it."""

    facts: dict[str, Any]
    sealed: dict[str, str] = field(default_factory=dict)
    parties: list[NewParty] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def record(facts: Facts, *, seq: int, next_party: int, seal: Seal) -> Recorded:
    """Take the personal data out of ``facts``; new parties are numbered from ``next_party`` on.

    ``seal`` gives the keyed fingerprint that the event keeps of a text.
    """
    recorder = _Recorder(seq, itertools.count(next_party), seal, Recorded(facts={}))
    recorder.out.facts = recorder.model(facts, "")
    return recorder.out


@dataclass(slots=True)
class _Recorder:
    """Walks one step's facts."""

    seq: int
    numbers: Iterator[int]
    seal: Seal
    out: Recorded

    def model(self, facts: Facts, path: str) -> dict[str, Any]:
        plain = facts.model_dump(mode="json")
        return {
            name: self._value(facts, name, marks, f"{path}{name}", plain[name])
            for name, marks in marked_fields(type(facts)).items()
        }

    def _value(self, facts: Facts, name: str, marks: frozenset[Any], here: str, plain: Any) -> Any:
        value = getattr(facts, name)
        if FactMark.SEALED in marks:
            return self._sealed(plain, f"{here}#{self.seq}")
        if _holds(value, PartyFacts):
            amended = next((getattr(facts, m.party_field) for m in marks if isinstance(m, Amends)), None)
            side = next((m for m in marks if isinstance(m, PartySide)), PartySide.OTHER)
            return _each(value, lambda one: self._party(one, None if amended else side, amended))
        if _holds(value, Facts):
            if isinstance(value, (list, tuple)):
                return [self.model(one, f"{here}.{index}.") for index, one in enumerate(value)]
            return self.model(value, f"{here}.")
        if FactMark.FILE in marks and value:
            self.out.files += value if isinstance(value, (list, tuple)) else [value]
        return plain

    def _sealed(self, value: Any, ref: str) -> Any:
        if value in (None, "", [], ()):
            return None
        if isinstance(value, (list, tuple)):
            return [self._sealed(one, f"{ref}.{index}") for index, one in enumerate(value)]
        self.out.sealed[ref] = value
        return {"sealed": ref, "seal": self.seal(value)}

    def _party(self, particulars: PartyFacts, side: PartySide | None, amended: str | None) -> dict[str, str]:
        ref = amended or f"p{next(self.numbers)}"
        self.out.parties.append(NewParty(ref, side, particulars))
        pointer = {"party": ref, "seal": self.seal(particulars_text(particulars))}
        return pointer | ({"side": side.value} if side else {})


def _holds(value: Any, kind: type) -> bool:
    if isinstance(value, (list, tuple)):
        return bool(value) and isinstance(value[0], kind)
    return isinstance(value, kind)


def _each(value: Any, function: Callable[[Any], Any]) -> Any:
    return [function(one) for one in value] if isinstance(value, (list, tuple)) else function(value)


def particulars_text(particulars: PartyFacts) -> str:
    """The text that is sealed for a party."""
    return canonical(particulars.model_dump(mode="json"))
