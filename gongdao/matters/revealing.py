"""Opening what is sealed. Every opening of a party's particulars or a paper is logged with its reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongdao.matters.keeping import party_context, text_context
from gongdao.matters.models import Event, Matter, Party, SealedText
from gongdao.people.actions import log_access
from gongdao.people.models import Account
from gongdao.people.sealing import unseal
from gongdao.procedures.engine.facts import PartyFacts

GIVEN = {"name", "is_organisation", "phone", "address"}  # what another body is given of a person


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: a staff account, a party by reference, or the platform itself producing a paper."""

    account: Account | None = None
    party: str | None = None
    channel: str = "web"


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with particulars in clear."""

    ref: str
    side: str
    particulars: PartyFacts


def parties_of(matter: Matter, *, reader: Reader, at: datetime, purpose: str) -> list[PartyView]:
    """The parties of a matter (of its parent, for a child), newest particulars; the read is logged."""
    root = matter.parent or matter
    log_reading(root, reader, at, purpose, "parties")
    return list(parties_until(root).values())


def texts_of(
    matter: Matter, events: list[Event], *, reader: Reader, at: datetime, purpose: str
) -> list[dict[str, Any]]:
    """The facts of each event with sealed texts opened and parties named by reference; the read is logged."""
    log_reading(matter.parent or matter, reader, at, purpose, "texts")
    return [opened_facts(matter, event.facts) for event in events]


def opened_facts(matter: Matter, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts with sealed texts opened. Not logged: for papers and pages that log the read themselves."""
    texts = {s.ref: bytes(s.text_sealed) for s in SealedText.objects.filter(matter=matter)} if facts else {}
    return _open(facts, matter.pk, texts)  # type: ignore[no-any-return]


def _open(value: Any, matter_id: int, texts: Mapping[str, bytes]) -> Any:
    if isinstance(value, Mapping):
        if "sealed" in value and "seal" in value:
            ref = value["sealed"]
            return unseal(texts[ref], context=text_context(matter_id, ref))
        if "party" in value and "seal" in value:
            return value["party"]
        return {key: _open(inner, matter_id, texts) for key, inner in value.items()}
    if isinstance(value, list):
        return [_open(inner, matter_id, texts) for inner in value]
    return value


def parties_until(root: Matter, seq: int | None = None) -> dict[str, PartyView]:
    """The parties as known after event ``seq`` (now, if None). Not logged: for papers, which log their opening."""
    found: dict[str, PartyView] = {}
    known = (
        Party.objects.filter(matter=root) if seq is None else Party.objects.filter(matter=root, seq__lte=seq)
    )
    for party in known.order_by("seq"):
        text = unseal(bytes(party.particulars_sealed), context=party_context(root.pk, party.ref, party.seq))
        side = party.side or found[party.ref].side
        found[party.ref] = PartyView(party.ref, side, PartyFacts.model_validate_json(text))
    return dict(sorted(found.items(), key=lambda item: int(item[0][1:])))


def parties_given(child: Matter, sent: Event) -> list[PartyView]:
    """Whom the letter ``sent`` to another body names, as known when it went out: name, telephone and address, since
    nobody agreed to more and the paper says no more. Not logged."""
    assert child.parent
    known = child.parent.events.filter(at__lte=sent.at).order_by("seq").last()
    views = parties_until(child.parent, known.seq if known else 0)
    named = sent.facts["shared_parties"]
    return [
        PartyView(view.ref, view.side, PartyFacts(**view.particulars.model_dump(include=GIVEN)))
        for view in views.values()
        if view.ref in named
    ]


def log_reading(root: Matter, reader: Reader, at: datetime, purpose: str, what: str) -> None:
    """Note who read what of a matter; the person concerned can see it."""
    log_access(
        matter_number=root.number,
        account=reader.account,
        citizen=f"{root.number}/{reader.party}" if reader.party else "",
        what=what,
        purpose=purpose,
        channel=reader.channel,
        at=at,
    )
