"""Verifying that nothing was altered: every chain, every seal, every projection, every anchor.

Each finding names the first broken event of a matter and says in plain words what is wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import F, Q

from gongdao.documents.actions import fingerprint_of
from gongdao.documents.models import StoredFile
from gongdao.documents.queries import read_file
from gongdao.matters import anchoring, keeping
from gongdao.matters.chain import GENESIS, content_of, fingerprint, root_of
from gongdao.matters.models import Anchor, Event, Matter, Paper, Party, SealedText
from gongdao.matters.replaying import replayed_row, stored_row
from gongdao.people.sealing import SealBroken, unseal
from gongdao.procedures.engine.declaration import Effect
from gongdao.procedures.registry import procedure_version


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not verify."""

    matter: str
    seq: int | None
    problem: str

    def __str__(self) -> str:
        place = f"事项 {self.matter}" + (f" 第{self.seq}条" if self.seq else "")
        return f"{place}：{self.problem}"


def verify(matters: list[str] | None = None) -> Iterator[Finding]:
    """Everything that does not verify; empty if all is well. ``matters`` limits it to some numbers."""
    yield from verify_chains(matters)
    if matters is None:
        yield from verify_rows_have_events()
        yield from verify_files()
        yield from verify_anchors()


def verify_chains(matters: list[str] | None = None) -> Iterator[Finding]:
    """The first broken event of every matter, from the events alone."""
    events = Event.objects.order_by("matter_id", "seq", "pk").annotate(
        number=F("matter__number"), matter_head=F("matter__head"), matter_seq=F("matter__seq"),
        procedure=F("matter__procedure"), effective=F("matter__effective"),
    )  # fmt: skip
    if matters is not None:
        events = events.filter(matter__number__in=matters)
    for _, group in groupby(events.iterator(chunk_size=5000), key=lambda e: e.matter_id):
        finding = _first_broken(list(group))
        if finding:
            yield finding


def _first_broken(events: list[Any]) -> Finding | None:
    previous, expected_seq = GENESIS, 1
    for event in events:
        problem = _problem(event, previous, expected_seq)
        if problem:
            return Finding(event.number, event.seq, problem)
        previous, expected_seq = event.fingerprint, expected_seq + 1
    last = events[-1]
    if last.matter_seq != last.seq or last.matter_head != last.fingerprint:
        return Finding(last.number, last.seq + 1, "末尾的记录缺失，或者事项登记的进度与记录不一致")
    return _first_broken_seal(last.matter_id, events) or _first_broken_paper(last.matter_id, events)


def _problem(event: Any, previous: str, expected_seq: int) -> str | None:
    if event.seq != expected_seq:
        return f"这里应当是第{expected_seq}条，有记录被删除、插入或调换"
    if event.previous != previous:
        return "与上一条记录接不上，有记录被替换或调换"
    content = content_of(
        number=event.number, seq=event.seq, step=event.step, actor=event.actor, account=event.account_id,
        party=event.party, channel=event.channel, at=event.at, facts_text=event.facts_text, key=event.key,
        request=event.request,
    )  # fmt: skip
    if fingerprint(content, previous) != event.fingerprint:
        return "内容与指纹不符，记录被改动"
    return None


def _first_broken_seal(matter_id: int, events: list[Any]) -> Finding | None:
    """Every pointer's sealed text must open and match the fingerprint that the event keeps."""
    texts = {s.ref: bytes(s.text_sealed) for s in SealedText.objects.filter(matter_id=matter_id)}
    parties = {(p.ref, p.seq): p for p in Party.objects.filter(matter_id=matter_id)}
    for event in events:
        for pointer in _pointers(event.facts):
            try:
                if "sealed" in pointer:
                    ref = pointer["sealed"]
                    text = unseal(texts[ref], context=keeping.text_context(matter_id, ref))
                else:
                    party = parties.pop((pointer["party"], event.seq))
                    context = keeping.party_context(matter_id, party.ref, event.seq)
                    text = unseal(bytes(party.particulars_sealed), context=context)
                    if party.side != pointer.get("side", ""):
                        return Finding(event.number, event.seq, "当事人站在哪一方与记录不符")
            except (KeyError, SealBroken):
                return Finding(event.number, event.seq, "加密保存的内容缺失或打不开")
            if keeping.seal_of(text) != pointer["seal"]:
                return Finding(event.number, event.seq, "加密保存的内容与当时的指纹不符")
    if parties:
        return Finding(events[0].number, min(seq for _, seq in parties), "多出一份没有登记过的当事人情况")
    return None


def _first_broken_paper(matter_id: int, events: list[Any]) -> Finding | None:
    """Every slot that a step filled is still there, no other is, and a scan is still the file that was uploaded."""
    steps = procedure_version(events[0].procedure, events[0].effective).step_by_code
    due: dict[tuple[int, str], str | None] = {}
    for event in events:
        step = steps[event.step]
        due |= {(event.seq, code): None for code in step.produces}
        if step.effect is Effect.SCAN:
            due[event.seq, event.facts["scan_of"]] = event.facts["scan_file"]
    kept = {
        (p.seq, p.code): p.pdf_id if p.is_scan else None for p in Paper.objects.filter(matter_id=matter_id)
    }
    for seq, code in sorted(due.keys() | kept.keys()):
        if (seq, code) not in kept:
            return Finding(events[0].number, seq, "产生的文书缺失")
        if (seq, code) not in due:
            return Finding(events[0].number, seq, "多出一份不是由这一步产生的文书")
        if kept[seq, code] != due[seq, code]:
            return Finding(events[0].number, seq, "签字页照片或扫描件被换成了别的文件")
    return None


def _pointers(value: Any) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        if "seal" in value:
            yield value
        else:
            for inner in value.values():
                yield from _pointers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _pointers(inner)


def verify_rows_have_events() -> Iterator[Finding]:
    """A matter whose events are all gone."""
    for number in Matter.objects.filter(seq__gt=0, events__isnull=True).values_list("number", flat=True):
        yield Finding(number, 1, "全部记录缺失")


def verify_files() -> Iterator[Finding]:
    """Files whose kept bytes are gone or are no longer those of their fingerprint."""
    for file in StoredFile.objects.iterator(chunk_size=1000):
        try:
            whole = fingerprint_of(read_file(file)) == file.pk
        except SealBroken:
            whole = False
        if not whole:
            paper = Paper.objects.filter(Q(pdf=file) | Q(docx=file)).select_related("matter").first()
            used = (
                paper or Event.objects.filter(facts_text__contains=file.pk).select_related("matter").first()
            )
            number, seq = (used.matter.number, used.seq) if used else ("（无）", None)
            yield Finding(number, seq, f"保存的文件缺失或被改动：{file.pk}")


def verify_anchors() -> Iterator[Finding]:
    """Every anchored span still has the same events, in the database and in the files outside it."""
    inside = list(Anchor.objects.order_by("id"))
    previous = GENESIS
    for anchor in inside:
        root, count = root_of(
            (leaf[3] for leaf in anchoring.leaves_between(anchor.first_event, anchor.last_event)), previous
        )
        if (root, count, anchor.previous) != (anchor.root, anchor.events, previous):
            yield Finding("（全库）", None, f"{anchor.at:%Y-%m-%d %H:%M} 的总指纹对不上")
        previous = anchor.root
    yield from _verify_outside({a.last_event: a.root for a in inside})


def _verify_outside(inside: dict[int, str]) -> Iterator[Finding]:
    missing = dict(inside)
    for head, leaves in anchoring.read_outside():
        missing.pop(head["last_event"], None)
        if inside.get(head["last_event"]) != head["root"]:
            yield Finding("（全库）", None, f"{head['at'][:16]} 的总指纹与库外留存的不一致")
        root, _ = root_of((leaf[3] for leaf in leaves), head["previous"])
        if root != head["root"]:
            yield Finding("（全库）", None, f"{head['at'][:16]} 库外留存的总指纹文件被改动")
            continue
        present = {
            leaf[0]: leaf for leaf in anchoring.leaves_between(head["first_event"], head["last_event"])
        }
        for leaf in leaves:
            if present.get(leaf[0]) != leaf:
                yield Finding(leaf[1], leaf[2], "库外留存的指纹里有这条记录，库里没有或已不同")
                break
        else:
            yield from _extra(present, leaves)
    for last_event in missing:
        yield Finding("（全库）", None, f"到第{last_event}条为止的总指纹，库外没有留存的文件")


def _extra(present: dict[int, Any], leaves: list[Any]) -> Iterator[Finding]:
    known = {leaf[0] for leaf in leaves}
    for event_id, leaf in present.items():
        if event_id not in known:
            yield Finding(leaf[1], leaf[2], "这条记录是在留存总指纹之后插入的")
            return


def verify_projections() -> Iterator[Finding]:
    """Rows that differ from the fold of their events."""
    for matter in Matter.objects.select_related("office", "parent").iterator(chunk_size=500):
        if stored_row(matter) != replayed_row(matter):
            yield Finding(matter.number, None, "列表上显示的状态与记录推算的不一致")
