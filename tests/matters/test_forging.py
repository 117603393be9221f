"""Somebody with every right on the database, and even with the keys, changes the record. It shows, and where.

The triggers are dropped first, as a forger would. Every forgery below must be found by ``audit.verify``, which
names the first event that does not hold.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gongdao.documents.actions import file_context, file_path, store_file
from gongdao.matters.anchoring import anchor_now, leaves_between
from gongdao.matters.audit import Finding, verify, verify_chains, verify_projections
from gongdao.matters.chain import GENESIS, content_of, fingerprint, root_of
from gongdao.matters.keeping import party_context, seal_of, text_context
from gongdao.matters.models import Anchor, Event, Matter, Party, SealedText
from gongdao.people.sealing import seal, seal_bytes
from gongdao.procedures.engine.recording import canonical
from tests.matters.playing import TO_SIGNED, matter_after, refusals_removed
from tests.world import PNG, World, now_on

AT = now_on("2025-03-20")
HELPER = (("2025-03-06", "调解员", "邀请有关人员参与"),)
CORRECTED = (("2025-03-06", "申请人", "更正当事人情况"),)
STEPS = (*TO_SIGNED[:6], *HELPER, *CORRECTED, *TO_SIGNED[6:], ("2025-03-08", "调委会", "上传签字页"))
SCANNED = len(STEPS)


@dataclass
class Scene:
    """A matter with everything in it, an untouched one beside it, and the anchors over both."""

    matter: Matter
    other: Matter
    anchors: Path

    def event(self, seq: int) -> Event:
        return Event.objects.get(matter=self.matter, seq=seq)

    def set(self, place: int, /, **values: Any) -> None:
        assert Event.objects.filter(matter=self.matter, seq=place).update(**values) == 1

    def rechain(self, since: int) -> None:
        """Give every event from ``since`` on a fingerprint that fits, and the row the new head."""
        previous = self.event(since - 1).fingerprint if since > 1 else GENESIS
        for event in Event.objects.filter(matter=self.matter, seq__gte=since).order_by("seq"):
            content = content_of(
                number=self.matter.number, seq=event.seq, step=event.step, actor=event.actor,
                account=event.account_id, party=event.party, channel=event.channel, at=event.at,
                facts_text=event.facts_text, key=event.key, request=event.request,
            )  # fmt: skip
            self.set(event.seq, previous=previous, fingerprint=fingerprint(content, previous))
            previous = fingerprint(content, previous)
        Matter.objects.filter(pk=self.matter.pk).update(head=previous)

    def reanchor(self) -> None:
        """Make the anchors inside the database fit what is there now."""
        previous = GENESIS
        for anchor in Anchor.objects.order_by("pk"):
            leaves = leaves_between(anchor.first_event, anchor.last_event)
            root, count = root_of((leaf[3] for leaf in leaves), previous)
            Anchor.objects.filter(pk=anchor.pk).update(root=root, events=count, previous=previous)
            previous = root


@pytest.fixture
def scene(world: World, settings: Any, tmp_path: Path) -> Iterator[Scene]:
    settings.GONGDAO_ANCHORS = tmp_path / "anchors"
    settings.GONGDAO_FILES = tmp_path / "files"
    other = matter_after(world, *TO_SIGNED[:3])
    matter = matter_after(world, *STEPS)
    assert anchor_now(AT)
    assert list(verify()) == []
    with refusals_removed():
        yield Scene(matter, other, settings.GONGDAO_ANCHORS)


FORGERIES: dict[str, tuple[Callable[[Scene], object], int]] = {}


def forgery(first_broken: int) -> Callable[[Callable[[Scene], object]], Callable[[Scene], object]]:
    """Register a forgery with the event that must be named."""

    def register(function: Callable[[Scene], object]) -> Callable[[Scene], object]:
        FORGERIES[function.__name__] = (function, first_broken)
        return function

    return register


# -- the events themselves -----------------------------------------------------------------------------------------


@forgery(first_broken=3)
def the_facts_of_an_event_edited(scene: Scene) -> None:
    facts = scene.event(3).facts | {"consent_told_rights": False}
    scene.set(3, facts_text=canonical(facts))


@forgery(first_broken=1)
def the_time_of_an_event_edited(scene: Scene) -> None:
    scene.set(1, at=now_on("2022-03-03"))


@forgery(first_broken=5)
def the_capacity_of_an_event_edited(scene: Scene) -> None:
    scene.set(5, actor="head")


@forgery(first_broken=4)
def the_person_of_an_event_exchanged(scene: Scene) -> None:
    account = scene.event(5).account_id
    assert account != scene.event(4).account_id
    scene.set(4, account_id=account)


@forgery(first_broken=4)
def the_fingerprint_fitted_to_an_edited_event(scene: Scene) -> None:
    """The event holds then, but the next one was made on the old fingerprint."""
    event = scene.event(3)
    scene.set(3, channel="phone")
    content = content_of(
        number=scene.matter.number, seq=3, step=event.step, actor=event.actor, account=event.account_id,
        party=event.party, channel="phone", at=event.at, facts_text=event.facts_text, key=event.key,
        request=event.request,
    )  # fmt: skip
    scene.set(3, fingerprint=fingerprint(content, event.previous))


@forgery(first_broken=4)
def an_event_in_the_middle_deleted(scene: Scene) -> None:
    Event.objects.filter(matter=scene.matter, seq=3).delete()


@forgery(first_broken=3)
def an_event_deleted_and_the_rest_renumbered(scene: Scene) -> None:
    scene.event(3).delete()
    for seq in range(4, SCANNED + 1):
        scene.set(seq, seq=seq - 1)


@forgery(first_broken=5)
def an_event_inserted(scene: Scene) -> None:
    """With a fingerprint that fits the event before it."""
    for seq in range(SCANNED, 3, -1):
        scene.set(seq, seq=seq + 1)
    before = scene.event(3)
    values = {
        "seq": 4, "step": "consent", "actor": "respondent", "party": "p2", "channel": "web", "at": before.at,
        "facts_text": before.facts_text, "key": "forged", "request": before.request,
    }  # fmt: skip
    content = content_of(number=scene.matter.number, account=None, **values)
    Event.objects.create(
        matter=scene.matter,
        previous=before.fingerprint,
        fingerprint=fingerprint(content, before.fingerprint),
        **values,
    )


@forgery(first_broken=4)
def two_events_put_in_another_order(scene: Scene) -> None:
    scene.set(4, seq=99)
    scene.set(5, seq=4)
    scene.set(99, seq=5)


@forgery(first_broken=SCANNED)
def the_last_event_deleted(scene: Scene) -> None:
    scene.event(SCANNED).delete()


@forgery(first_broken=4)
def an_event_moved_to_another_matter(scene: Scene) -> None:
    scene.set(3, matter=scene.other, seq=77)


# -- what is kept beside them --------------------------------------------------------------------------------------


@forgery(first_broken=1)
def a_sealed_text_replaced_by_somebody_with_the_keys(scene: Scene) -> None:
    changed = seal("其实什么也没发生。", context=text_context(scene.matter.pk, "story#1"))
    assert SealedText.objects.filter(matter=scene.matter, ref="story#1").update(text_sealed=changed) == 1


@forgery(first_broken=1)
def a_sealed_text_copied_from_another_matter(scene: Scene) -> None:
    copied = SealedText.objects.get(matter=scene.other, ref="story#1").text_sealed
    assert SealedText.objects.filter(matter=scene.matter, ref="story#1").update(text_sealed=copied) == 1


@forgery(first_broken=1)
def a_sealed_text_deleted(scene: Scene) -> None:
    SealedText.objects.get(matter=scene.matter, ref="story#1").delete()


@forgery(first_broken=1)
def a_party_replaced_by_somebody_with_the_keys(scene: Scene) -> None:
    changed = seal('{"name":"别人"}', context=party_context(scene.matter.pk, "p2", 1))
    party = Party.objects.filter(matter=scene.matter, ref="p2", seq=1)
    assert party.update(particulars_sealed=changed) == 1


@forgery(first_broken=8)
def a_correction_of_a_party_deleted(scene: Scene) -> None:
    Party.objects.get(matter=scene.matter, seq=8).delete()


@forgery(first_broken=1)
def a_party_put_on_the_other_side(scene: Scene) -> None:
    assert Party.objects.filter(matter=scene.matter, ref="p2", seq=1).update(side="applicant") == 1


@forgery(first_broken=9)
def newer_particulars_slipped_in(scene: Scene) -> None:
    """The newest version of a party counts: one that no event recorded would show on every page."""
    real = Party.objects.get(matter=scene.matter, ref="p2", seq=1)
    sealed = seal('{"name":"别人"}', context=party_context(scene.matter.pk, "p2", 9))
    Party.objects.create(
        matter=scene.matter, ref="p2", seq=9, side="", particulars_sealed=sealed,
        name_fingerprint=real.name_fingerprint,
    )  # fmt: skip


@forgery(first_broken=SCANNED)
def the_scan_exchanged_for_another_file(scene: Scene) -> None:
    another = store_file(PNG + b"another", at=AT)
    assert scene.matter.papers.filter(is_scan=True).update(pdf=another) == 1


@forgery(first_broken=SCANNED)
def the_bytes_of_the_scan_exchanged_by_somebody_with_the_keys(scene: Scene) -> None:
    fingerprint_kept = scene.event(SCANNED).facts["scan_file"]
    data = seal_bytes(PNG + b"another", context=file_context(fingerprint_kept))
    file_path(fingerprint_kept).write_bytes(data)


@forgery(first_broken=SCANNED)
def the_bytes_of_the_scan_exchanged_without_the_keys(scene: Scene) -> None:
    another = store_file(PNG + b"another", at=AT)
    kept = file_path(scene.event(SCANNED).facts["scan_file"])
    kept.write_bytes(file_path(another.pk).read_bytes())


@forgery(first_broken=SCANNED)
def the_file_of_the_scan_removed(scene: Scene) -> None:
    file_path(scene.event(SCANNED).facts["scan_file"]).unlink()


@forgery(first_broken=1)
def a_paper_taken_out_of_the_dossier(scene: Scene) -> None:
    scene.matter.papers.get(code="receipt").delete()


@forgery(first_broken=3)
def a_paper_put_into_the_dossier(scene: Scene) -> None:
    scene.matter.papers.create(code="decline_notice", seq=3, office=scene.matter.office)


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_found_at_the_first_broken_event(scene: Scene, name: str) -> None:
    forge, first_broken = FORGERIES[name]
    forge(scene)
    findings = [finding for finding in verify() if finding.matter == scene.matter.number]
    assert findings, "not found"
    assert findings[0].seq == first_broken, findings
    assert scene.matter.number in str(findings[0])


@pytest.mark.parametrize("name", FORGERIES)
def test_the_matter_beside_it_stays_sound(scene: Scene, name: str) -> None:
    if name == "an_event_moved_to_another_matter":
        pytest.skip("this one touches both")
    FORGERIES[name][0](scene)
    assert list(verify([scene.other.number])) == []


def test_a_sound_database_gives_no_finding(scene: Scene) -> None:
    assert list(verify()) == []
    assert list(verify_projections()) == []
    assert Event.objects.count() == SCANNED + 3


def test_a_changed_row_differs_from_its_events(scene: Scene) -> None:
    Matter.objects.filter(pk=scene.matter.pk).update(state="withdrawn")
    assert [finding.matter for finding in verify_projections()] == [scene.matter.number]


# -- what a single chain cannot show -------------------------------------------------------------------------------


def cut_tail(scene: Scene, since: int) -> None:
    """Remove the end of a matter and everything that points to it, and repair the row."""
    Event.objects.filter(matter=scene.matter, seq__gte=since).delete()
    scene.matter.papers.filter(seq__gte=since).delete()
    Party.objects.filter(matter=scene.matter, seq__gte=since).delete()
    for text in SealedText.objects.filter(matter=scene.matter):
        if int(text.ref.split("#")[1].split(".")[0]) >= since:
            text.delete()
    head = scene.event(since - 1).fingerprint
    Matter.objects.filter(pk=scene.matter.pk).update(seq=since - 1, head=head)


def anchored(findings: list[Finding], scene: Scene) -> list[int | None]:
    return [finding.seq for finding in findings if finding.matter == scene.matter.number]


def test_a_missing_tail_with_the_head_repaired_is_found_by_the_anchors(scene: Scene) -> None:
    cut_tail(scene, SCANNED - 1)
    assert list(verify_chains()) == []
    findings = list(verify())
    assert anchored(findings, scene) == [SCANNED - 1]
    assert any(finding.matter == "（全库）" for finding in findings)


def test_a_missing_tail_is_found_inside_the_database_alone(scene: Scene) -> None:
    for path in scene.anchors.iterdir():
        path.unlink()
    cut_tail(scene, SCANNED)
    assert any("总指纹对不上" in finding.problem for finding in verify())


def delete_matter(scene: Scene) -> None:
    for related in ("papers", "parties", "sealed_texts", "access_codes", "events"):
        getattr(scene.matter, related).all().delete()
    Matter.objects.filter(pk=scene.matter.pk).delete()


def test_a_matter_deleted_whole_is_found_by_the_anchors(scene: Scene) -> None:
    delete_matter(scene)
    assert list(verify_chains()) == []
    assert anchored(list(verify()), scene) == [1]


def test_a_matter_deleted_whole_is_found_though_the_anchors_inside_were_fitted(scene: Scene) -> None:
    delete_matter(scene)
    scene.reanchor()
    assert anchored(list(verify()), scene) == [1]


def test_a_matter_whose_events_are_all_gone_is_found_without_anchors(scene: Scene) -> None:
    Anchor.objects.all().delete()
    for path in scene.anchors.iterdir():
        path.unlink()
    scene.matter.events.all().delete()
    assert anchored(list(verify()), scene) == [1]


def test_a_whole_chain_computed_anew_is_found_by_the_anchors_outside_the_database(scene: Scene) -> None:
    scene.set(3, channel="phone")
    scene.rechain(3)
    assert list(verify_chains()) == []
    assert any("总指纹对不上" in finding.problem for finding in verify())
    scene.reanchor()  # the forger thinks of the anchors too, as far as the database goes
    findings = list(verify())
    assert anchored(findings, scene) == [3]
    assert any("库外留存" in finding.problem for finding in findings)


def test_an_event_recorded_afterwards_inside_an_anchored_span_is_found(scene: Scene) -> None:
    """A hole in the ids (a step that was rolled back) is not a place to put something later."""
    event = Event.objects.get(matter=scene.other, seq=3)
    row = Matter.objects.get(pk=scene.other.pk)
    Event.objects.filter(pk=event.pk).delete()
    Matter.objects.filter(pk=row.pk).update(seq=2, head=event.previous)
    Anchor.objects.all().delete()
    for path in scene.anchors.iterdir():
        path.unlink()
    assert anchor_now(AT)
    assert list(verify()) == []
    Event.objects.bulk_create([event])
    row.save()
    assert list(verify_chains()) == []
    assert [f.seq for f in verify() if f.matter == scene.other.number and "插入" in f.problem] == [3]


def test_an_altered_and_a_missing_file_of_anchors_are_found(scene: Scene) -> None:
    (path,) = scene.anchors.iterdir()
    lines = path.read_text().splitlines()
    leaf = json.loads(lines[3])
    leaf[3] = seal_of("something else")
    path.chmod(0o640)
    path.write_text("\n".join([*lines[:3], json.dumps(leaf), *lines[4:]]))
    assert any("总指纹文件被改动" in finding.problem for finding in verify())
    path.unlink()
    assert any("库外没有留存" in finding.problem for finding in verify())


def test_steps_after_the_anchor_are_anchored_next_time(scene: Scene, world: World) -> None:
    assert anchor_now(AT) is None
    matter_after(world, *TO_SIGNED[:2])
    assert list(verify()) == []
    second = anchor_now(AT)
    assert second
    assert second.events == 2
    assert list(verify()) == []
