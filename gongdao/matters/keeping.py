"""Storing what a step recorded: the event, sealed texts, parties and paper slots. Called by the doorway only."""

from datetime import datetime

from gongdao.matters.chain import GENESIS, content_of, fingerprint
from gongdao.matters.doer import Doer
from gongdao.matters.models import Event, Matter, Paper, Party, SealedText
from gongdao.matters.statements import insert
from gongdao.people.sealing import keyed_fingerprint, seal, searchable_fingerprint
from gongdao.procedures.engine.declaration import Effect, Step
from gongdao.procedures.engine.recording import NewParty, Recorded, canonical, particulars_text


def seal_of(text: str) -> str:
    """The keyed fingerprint that an event keeps of a sealed text."""
    return keyed_fingerprint(text, purpose="event-seal")


def text_context(matter_id: int, ref: str) -> str:
    """Binds a ciphertext to its place, so that one moved elsewhere does not open."""
    return f"sealed_text:{matter_id}:{ref}"


def party_context(matter_id: int, ref: str, seq: int) -> str:
    """Binds a party's ciphertext to its place."""
    return f"party:{matter_id}:{ref}:{seq}"


def keep_event(
    matter: Matter, step: Step, *, doer: Doer, at: datetime, facts_text: str, key: str, request: str
) -> Event:
    """Append the event to its matter's chain."""
    account_id = doer.account.pk if doer.account else None
    previous = matter.head or GENESIS
    content = content_of(
        number=matter.number, seq=matter.seq + 1, step=step.code, actor=doer.actor.value, account=account_id,
        party=doer.party or "", channel=doer.channel.value, at=at, facts_text=facts_text, key=key, request=request,
    )  # fmt: skip
    event = Event(
        matter=matter, seq=matter.seq + 1, step=step.code, actor=doer.actor.value, account_id=account_id,
        party=doer.party or "", channel=doer.channel.value, at=at, facts_text=facts_text, key=key, request=request,
        previous=previous, fingerprint=fingerprint(content, previous),
    )  # fmt: skip
    insert(event)
    return event


def keep_sealed(matter: Matter, recorded: Recorded, seq: int) -> None:
    """Store the sealed texts and the parties' particulars."""
    for ref, text in recorded.sealed.items():
        sealed = seal(text, context=text_context(matter.pk, ref))
        insert(SealedText(matter=matter, ref=ref, text_sealed=sealed))
    for party in recorded.parties:
        insert(_party(matter, party, seq))


def _party(matter: Matter, party: NewParty, seq: int) -> Party:
    given = party.particulars
    return Party(
        matter=matter,
        ref=party.ref,
        seq=seq,
        side=party.side.value if party.side else "",
        particulars_sealed=seal(particulars_text(given), context=party_context(matter.pk, party.ref, seq)),
        name_fingerprint=searchable_fingerprint(given.name, purpose="party-name"),
        id_fingerprint=searchable_fingerprint(given.id_number, purpose="party-id") if given.id_number else "",
        phone_fingerprint=searchable_fingerprint(given.phone, purpose="party-phone") if given.phone else "",
    )


def keep_papers(matter: Matter, step: Step, recorded: Recorded, seq: int) -> None:
    """Open the slots that this step fills; the bytes are rendered when first needed."""
    papers = [Paper(matter=matter, office_id=matter.office_id, code=code, seq=seq) for code in step.produces]
    if step.effect is Effect.SCAN:
        code, file = recorded.facts["scan_of"], recorded.facts["scan_file"]
        papers.append(
            Paper(matter=matter, office_id=matter.office_id, code=code, seq=seq, is_scan=True, pdf_id=file)
        )
    if papers:
        Paper.objects.bulk_create(papers)


def request_digest(step: Step, doer: Doer, facts_json: str) -> str:
    """Tells whether a repeated key asks for the same thing: a keyed fingerprint, since facts are personal."""
    account = str(doer.account.pk) if doer.account else ""
    who = [step.code, doer.actor.value, account, doer.party or ""]
    if doer.office:
        who.append(doer.office.code)
    return keyed_fingerprint(canonical([*who, facts_json]), purpose="request")
