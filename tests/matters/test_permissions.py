"""Who sees what: one matter and a list of matters must agree, for everybody; and every reading leaves a line."""

from datetime import date, timedelta

import pytest

from gongdao.matters.models import Matter
from gongdao.matters.papers import Form, open_paper
from gongdao.matters.queries import can, case_of, events_of, offers_for_account, visible_to, work_list
from gongdao.matters.revealing import Reader, parties_of, texts_of
from gongdao.people.actions import appoint, create_office, deactivate_account, end_post
from gongdao.people.models import Account, Post
from gongdao.people.models.office import OfficeKind
from gongdao.people.permissions import Permission
from gongdao.people.queries import reads_of
from gongdao.people.roles import ROLES, Reach
from tests.matters.playing import TO_APPLY, TO_ASSIGNED, TO_CONFIRMING, application, matter_after, play_steps
from tests.world import BY, LONG_AGO, World, add_person, now_on

AT = now_on("2025-03-10")
ON = AT.date()
ABOUT_MATTERS = (
    Permission.MATTER_READ, Permission.MATTER_ACT, Permission.MATTER_ACT_FOR_PARTY, Permission.PARTY_REVEAL,
    Permission.PAPER_READ,
)  # fmt: skip


@pytest.fixture
def matters(world: World) -> dict[str, Matter]:
    """One of every sort: with an owner, with none, offered to the other office, taken over by it, and a child."""
    offered = (*TO_APPLY, ("2025-03-04", "主任", "移交给别的机构"))
    return {
        "new": matter_after(world, *TO_APPLY),
        "owned": matter_after(world, *TO_ASSIGNED),
        "offered": matter_after(world, *offered),
        "taken_over": matter_after(world, *offered, ("2025-03-05", "接收机构", "接收移交")),
        "child": Matter.objects.get(parent=matter_after(world, *TO_CONFIRMING)),
    }


def seen(account: Account, permission: Permission, on: date = ON) -> set[int]:
    return set(visible_to(account, on, permission).values_list("pk", flat=True))


def names_of(world: World, account: Account, permission: Permission, matters: dict[str, Matter]) -> set[str]:
    return {name for name, matter in matters.items() if can(account, permission, matter, ON)}


@pytest.mark.parametrize("permission", Permission)
def test_a_list_shows_exactly_what_may_be_opened(
    world: World, matters: dict[str, Matter], permission: Permission
) -> None:
    by_pk = {matter.pk: matter for matter in Matter.objects.all()}
    assert {ROLES[post.role].code for post in Post.objects.all()} == set(ROLES)
    for account in world.people.values():
        allowed = {pk for pk, matter in by_pk.items() if can(account, permission, matter, ON)}
        assert seen(account, permission) == allowed, (account.username, permission)


def test_each_role_reaches_as_far_as_it_should(world: World, matters: dict[str, Matter]) -> None:
    everywhere = set(matters)
    reads = {
        "mediator": {"owned", "child"},
        "second_mediator": set(),
        "committee_clerk": everywhere - {"taken_over"},
        "committee_head": everywhere - {"taken_over"},
        "other_mediator": set(),
        "other_clerk": {"offered", "taken_over"},
        "other_head": {"offered", "taken_over"},
        "station_officer": everywhere,
        "bureau_chief": everywhere,
        "auditor": set(),
        "administrator": set(),
        "aid_clerk": set(),
        "aid_director": set(),
        "aid_lawyer": set(),
        "second_aid_lawyer": set(),
        "peer_reviewer": set(),
        "objection_officer": set(),
        "officer": set(),
        "second_officer": set(),
        "service_officer": set(),
        "service_clerk": set(),
        "service_head": set(),
        "notary": set(),
        "adviser": set(),
        "second_adviser": set(),
    }
    assert set(reads) == set(world.people)
    for name, expected in reads.items():
        account = world.people[name]
        assert names_of(world, account, Permission.MATTER_READ, matters) == expected, name
        acts = expected if name not in ("station_officer", "bureau_chief") else set()
        for permission in (Permission.MATTER_ACT, Permission.PARTY_REVEAL):
            assert names_of(world, account, permission, matters) == acts, (name, permission)


def test_auditors_and_administrators_come_near_no_matter(world: World, matters: dict[str, Matter]) -> None:
    for name in ("auditor", "administrator"):
        account = world.people[name]
        for permission in ABOUT_MATTERS:
            assert seen(account, permission) == set()
        assert work_list(account, AT) == []
        assert all(offers_for_account(matter, account, AT) == [] for matter in matters.values())
    assert not ROLES["auditor"].permissions & set(ABOUT_MATTERS)
    assert not ROLES["administrator"].permissions & set(ABOUT_MATTERS)


def test_only_who_is_bound_to_the_matter_acts(world: World, matters: dict[str, Matter]) -> None:
    acting = {
        name
        for name, account in world.people.items()
        if any(offer.open for offer in offers_for_account(matters["owned"], account, AT))
    }
    assert acting == {"mediator", "committee_clerk", "committee_head"}


def test_an_ended_post_sees_nothing_from_the_next_day_on(world: World, matters: dict[str, Matter]) -> None:
    for name in ("mediator", "committee_clerk", "committee_head", "station_officer", "bureau_chief"):
        account = world.people[name]
        assert seen(account, Permission.MATTER_READ)
        end_post(account.posts.get(), on=ON, because="换届", **BY)
        assert seen(account, Permission.MATTER_READ, ON)
        tomorrow = ON + timedelta(days=1)
        for permission in Permission:
            assert seen(account, permission, tomorrow) == set()
            assert not any(can(account, permission, matter, tomorrow) for matter in matters.values())
        assert not any(offers_for_account(m, account, AT + timedelta(days=1)) for m in matters.values())


def test_a_post_that_has_not_begun_sees_nothing(world: World, matters: dict[str, Matter]) -> None:
    account = world.people["auditor"]
    appoint(account, world.committee, "committee_clerk", starts=ON + timedelta(days=1), **BY)
    assert seen(account, Permission.MATTER_READ) == set()
    assert seen(account, Permission.MATTER_READ, ON + timedelta(days=1))


def test_a_deactivated_account_sees_nothing(world: World, matters: dict[str, Matter]) -> None:
    for account in world.people.values():
        deactivate_account(account, because="调离", by=None, at=AT)
        for permission in Permission:
            assert seen(account, permission) == set()
            assert not any(can(account, permission, matter, ON) for matter in matters.values())


def test_a_closed_office_gives_no_rights(world: World, matters: dict[str, Matter]) -> None:
    world.committee.is_active = False
    world.committee.save()
    assert seen(world.people["committee_clerk"], Permission.MATTER_READ) == set()
    assert seen(world.people["mediator"], Permission.MATTER_READ) == set()


def test_a_mediator_who_moves_leaves_the_old_offices_matters_behind(
    world: World, matters: dict[str, Matter]
) -> None:
    mediator = world.people["mediator"]
    end_post(mediator.posts.get(), on=ON - timedelta(days=1), because="调到别处", **BY)
    appoint(mediator, world.other_committee, "mediator", starts=ON, **BY)
    assert matters["owned"].owner == mediator
    for permission in ABOUT_MATTERS:
        assert seen(mediator, permission) == set()
        assert not can(mediator, permission, matters["owned"], ON)


def test_a_neighbouring_county_sees_nothing(world: World, matters: dict[str, Matter]) -> None:
    """An office whose code begins like another's is not below it."""
    bureau = create_office(
        **BY, code="B", name="邻县司法局", kind=OfficeKind.COUNTY_BUREAU, area=world.county, parent=None
    )
    chief = add_person("neighbour_chief", "bureau_chief", bureau)
    assert ROLES["bureau_chief"].reach is Reach.SUBTREE
    assert seen(chief, Permission.MATTER_READ) == set()


def test_posts_add_up(world: World, matters: dict[str, Matter]) -> None:
    """Somebody who works for both committees sees both; a right of one post does not leak into the other."""
    account = add_person("both", "committee_clerk", world.committee)
    appoint(account, world.bureau, "bureau_chief", starts=LONG_AGO, **BY)
    assert names_of(world, account, Permission.MATTER_READ, matters) == set(matters)
    assert names_of(world, account, Permission.PARTY_REVEAL, matters) == set(matters) - {"taken_over"}


# -- every reading is logged ---------------------------------------------------------------------------------------


def lines(number: str) -> list[tuple[str | None, str, str, str, str]]:
    return [
        (line.account.username if line.account else None, line.citizen, line.what, line.purpose, line.channel)
        for line in reversed(reads_of(number))
    ]


def test_every_reading_of_parties_texts_and_papers_is_logged(
    world: World, matters: dict[str, Matter]
) -> None:
    matter, child = matters["owned"], matters["child"]
    parent = child.parent
    assert parent
    staff = Reader(account=world.people["mediator"])
    citizen = Reader(party="p2", channel="phone")
    parties = parties_of(matter, reader=staff, at=AT, purpose="安排调解")
    assert [party.particulars.name for party in parties] == ["甲示例", "乙示例"]
    (text, *_) = texts_of(matter, events_of(matter), reader=citizen, at=AT, purpose="查看进度")
    assert text["story"] == "楼上漏水，泡坏了天花板。"
    receipt = matter.papers.get(code="receipt")
    for form in Form:
        open_paper(receipt, form=form, reader=staff, at=AT)
    number = matter.number
    assert lines(number) == [
        ("mediator", "", "parties", "安排调解", "web"),
        (None, f"{number}/p2", "texts", "查看进度", "phone"),
        ("mediator", "", "paper:receipt:1", "打开文书“收件回执”", "web"),
        ("mediator", "", "paper:receipt:1", "打开文书“收件回执”", "web"),
    ]
    assert all(line.at == AT for line in reads_of(number))
    parties_of(child, reader=staff, at=AT, purpose="备齐材料")
    assert lines(parent.number) == [("mediator", "", "parties", "备齐材料", "web")]
    assert lines(child.number) == []


def test_opening_a_paper_again_is_logged_again(world: World, matters: dict[str, Matter]) -> None:
    paper = matters["new"].papers.get(code="application")
    reader = Reader(account=world.people["committee_clerk"])
    first = open_paper(paper, form=Form.DOCX, reader=reader, at=AT)
    paper.refresh_from_db()
    assert open_paper(paper, form=Form.DOCX, reader=reader, at=AT).data == first.data
    assert len(reads_of(matters["new"].number)) == 2


def test_a_reading_is_logged_even_when_the_paper_cannot_be_shown(
    world: World, matters: dict[str, Matter], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*args: object, **kwargs: object) -> None:
        raise OSError("没有字体")

    monkeypatch.setattr("gongdao.matters.papers.write_pdf", failing)
    paper = matters["new"].papers.get(code="application")
    with pytest.raises(OSError, match="没有字体"):
        open_paper(paper, form=Form.PDF, reader=Reader(), at=AT)
    assert len(reads_of(matters["new"].number)) == 1


def test_events_and_cases_hold_nothing_that_would_need_a_log(world: World) -> None:
    """What may be read without a line in the log names nobody."""
    facts = {
        "申请调解": application(applicants=[{"name": "王小明", "phone": "13900000000"}]).model_dump(
            mode="json"
        )
    }
    taker = play_steps(world, *TO_APPLY, facts=facts)
    assert taker.matter
    text = str(case_of(taker.matter, AT)) + "".join(event.facts_text for event in events_of(taker.matter))
    assert "王小明" not in text
    assert "13900000000" not in text
    assert "漏水" not in text
