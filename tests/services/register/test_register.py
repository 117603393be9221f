"""The register: entered by hand or from a table, found by anybody, and never changed without a trace."""

from datetime import date, datetime

import pytest
from click.testing import CliRunner, Result
from django.db import IntegrityError
from django.test import Client

from gongdao.law.calendar import SHANGHAI
from gongdao.people.actions import StaffError
from gongdao.people.models import StaffEvent
from gongdao.services.legal_aid.candidates import candidates
from gongdao.services.register import importing
from gongdao.services.register.actions import enter_practice, enter_practitioner
from gongdao.services.register.entries import PracticeEntry, PractitionerEntry
from gongdao.services.register.fields import PracticeKind, PractitionerKind, ServiceField, fields_of
from gongdao.services.register.importing import NotImported, decoded, import_entries
from gongdao.services.register.models import Practice, Practitioner
from gongdao.services.register.queries import Wanted, history_of, practitioners
from gongdao.site.cli.legal_aid import register
from tests.web.test_pages import signed_in
from tests.world import World

NOW = datetime(2025, 3, 3, 10, tzinfo=SHANGHAI)
BODIES = "机构代码,类别,名称,地区代码,地址,办公电话,业务,不再执业的日期\n"
PEOPLE = "执业证号,身份,姓名,执业机构代码,地区代码,开始执业,业务,会的语言或方言,不再执业的日期\n"
FIRM = "SL1,律师事务所,示例第一律师事务所,990101100,示例路1号,000-1,婚姻、继承；借款、合同,\n"
LAWYER = "L1,律师,甲示例,SL1,990101100,2015-03-01,婚姻、继承,普通话、彝语,\n"


def imported(world: World, bodies: str = FIRM, people: str = LAWYER) -> None:
    import_entries(PracticeEntry, BODIES + bodies, by=None, at=NOW)
    import_entries(PractitionerEntry, PEOPLE + people, by=None, at=NOW)


def test_a_table_brings_firms_and_lawyers_into_the_register(world: World) -> None:
    imported(world)
    lawyer = Practitioner.objects.get()
    assert (lawyer.name, lawyer.firm, lawyer.languages) == (
        "甲示例",
        "示例第一律师事务所",
        ["普通话", "彝语"],
    )
    assert lawyer.fields == ["family"]
    assert Practice.objects.get().fields == ["family", "debt"]


def test_the_same_table_again_changes_nothing_and_leaves_no_trace(world: World) -> None:
    imported(world)
    before = StaffEvent.objects.count()
    again = import_entries(PractitionerEntry, PEOPLE + LAWYER, by=None, at=NOW)
    assert (again.changed, again.unchanged) == (0, 1)
    assert StaffEvent.objects.count() == before


def test_a_change_is_kept_with_what_it_said_before_and_who_made_it(world: World) -> None:
    imported(world)
    moved = LAWYER.replace("普通话、彝语", "普通话").replace("甲示例", "甲更名")
    import_entries(PractitionerEntry, PEOPLE + moved, by=world.people["service_officer"], at=NOW)
    newest = history_of(Practitioner.objects.get())[0]
    assert newest.by == world.people["service_officer"].display_name
    assert ("姓名", "甲示例", "甲更名") in newest.lines
    assert ("会的语言或方言", "普通话、彝语", "普通话") in newest.lines


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("L2,律师,乙示例,没有这家,990101100,,,,\n", "没有登记这个执业机构"),
        ("L2,律师,乙示例,,990101100,,,,\n", "律师要写执业机构代码"),
        ("L2,律师,乙示例,SL1,999999,,,,\n", "没有这个地区"),
        ("L2,律师,乙示例,SL1,990101100,,遗嘱、继承公证,,\n", "律师没有这些业务：遗嘱、继承公证"),
        ("L2,公证员,乙示例,SL1,990101100,,,,\n", "公证员不在律师事务所执业"),
        ("L2,法官,乙示例,SL1,990101100,,,,\n", "请从列出的选项里选一个"),
        ("L2,律师,,SL1,990101100,,,,\n", "姓名：这一项要填"),
        ("L2,律师,乙示例,SL1,990101100,去年,,,\n", "请写成年-月-日"),
        ("L2,律师,乙示例,SL1,990101100,2020-01-01,,,2019-01-01\n", "不能早于开始执业"),
    ],
)  # fmt: skip
def test_one_wrong_line_stops_the_whole_table_and_is_named(world: World, row: str, why: str) -> None:
    imported(world, people=LAWYER)
    with pytest.raises(NotImported) as stopped:
        import_entries(PractitionerEntry, PEOPLE + LAWYER.replace("甲示例", "甲改") + row, by=None, at=NOW)
    assert "第3行" in str(stopped.value)
    assert why in str(stopped.value)
    assert Practitioner.objects.get().name == "甲示例"


@pytest.mark.parametrize("text", ["", "\n\n", "姓名\n甲\n", BODIES, "\0\0", '机构代码,"类'])
def test_what_is_no_table_is_refused_in_words(world: World, text: str) -> None:
    with pytest.raises(NotImported) as stopped:
        import_entries(PracticeEntry, text, by=None, at=NOW)
    assert stopped.value.problems


def test_a_table_written_by_excel_in_china_is_read(world: World) -> None:
    assert decoded((BODIES + FIRM).encode("gb18030")).startswith("机构代码")
    assert decoded(b"\xef\xbb\xbf" + BODIES.encode()).startswith("机构代码")
    with pytest.raises(NotImported):
        decoded(b"\xff\xfe\x00\x81\xff")


def test_a_body_keeps_its_kind(world: World) -> None:
    imported(world)
    entry = PracticeEntry(code="SL1", kind=PracticeKind.NOTARY_OFFICE, name="示例公证处", area="990101100")
    with pytest.raises(StaffError, match="类别不能改"):
        enter_practice(entry, by=None, at=NOW)


def test_a_keeper_changes_nothing_outside_the_own_area(world: World) -> None:
    imported(world)
    town = world.town
    entry = PracticeEntry(code="SL2", kind=PracticeKind.LAW_FIRM, name="外地律师事务所", area="990100")
    with pytest.raises(StaffError, match="不在您管理的地区"):
        enter_practice(entry, by=None, at=NOW, within=town)


def test_who_no_longer_practises_is_not_found_but_stays_in_the_register(world: World) -> None:
    imported(world, people=LAWYER.replace(",\n", ",2025-03-03\n"))
    lawyers = (PractitionerKind.LAWYER,)
    assert not practitioners(lawyers, Wanted(), date(2025, 3, 3))
    assert practitioners(lawyers, Wanted(), date(2025, 3, 2))
    assert practitioners(lawyers, Wanted(), None)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("what=lawyer", True), ("what=lawyer&field=family", True), ("what=lawyer&field=debt", False),
        ("what=lawyer&language=彝语", True), ("what=lawyer&language=粤语", False), ("what=lawyer&area=990101100", True),
        ("what=lawyer&area=990102", True), ("what=law_firm&field=debt&language=彝语", True), ("what=notary_office", False),
        ("what=lawyer&name=第一", True), ("what=lawyer&page=999&name=%F0%9F%98%80", False),
    ],
)  # fmt: skip
def test_anybody_finds_by_field_language_and_place(world: World, asked: str, found: bool) -> None:
    imported(world)
    page = Client().get(f"/services/?{asked}")
    assert page.status_code == 200
    assert ("示例第一律师事务所" in page.content.decode()) is found


def test_programs_find_the_same(world: World) -> None:
    imported(world)
    answer = Client().get("/api/services?field=family&language=彝语&area=990101").json()
    assert (answer["count"], answer["found"][0]["name"]) == (1, "甲示例")
    assert Client().get("/api/services?kind=judge").json()["count"] == 0
    assert Client().get("/api/services?area='; DROP").json()["count"] == 0


def test_the_public_list_says_nothing_about_how_anybody_works(world: World) -> None:
    assert {f.name for f in Practitioner._meta.concrete_fields} == {
        "id", "account", "kind", "name", "licence_number", "licensed_since", "practice", "area", "fields", "languages",
        "ended_on",
    }  # fmt: skip


def test_every_kind_has_something_people_can_ask_for() -> None:
    for kind in (*PracticeKind, *PractitionerKind):
        assert fields_of(kind) < frozenset(ServiceField)


def test_a_keeper_enters_and_changes_on_the_page_and_sees_the_history(world: World) -> None:
    keeper = signed_in("service_officer")
    assert keeper.get("/desk/", follow=True).status_code == 200
    sent = {
        "code": "SL9",
        "kind": "law_firm",
        "name": "示例第九律师事务所",
        "area": "990101100",
        "fields": ["family"],
    }
    answer = keeper.post("/desk/register/bodies/0/", sent)
    assert answer.status_code == 302, answer.content.decode()
    keeper.post(answer.url, {"name": "示例第十律师事务所", "area": "990101100", "fields": ["family"]})
    page = keeper.get(answer.url).content.decode()
    assert "示例第九律师事务所 → 示例第十律师事务所" in page
    wrong = keeper.post("/desk/register/bodies/0/", sent | {"name": "", "fields": ["nonsense"]})
    assert wrong.status_code == 422


def test_a_table_is_imported_on_the_page_and_its_mistakes_are_shown_there(world: World) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    keeper = signed_in("service_officer")
    assert keeper.post("/desk/register/bodies/import/").status_code == 422
    good = SimpleUploadedFile("t.csv", (BODIES + FIRM).encode())
    assert keeper.post("/desk/register/bodies/import/", {"file": good}).status_code == 302
    bad = SimpleUploadedFile("t.csv", (BODIES + FIRM.replace("律师事务所,", "酒店,", 1)).encode())
    answer = keeper.post("/desk/register/bodies/import/", {"file": bad})
    assert answer.status_code == 422
    assert "第2行" in answer.content.decode()


@pytest.mark.parametrize("who", ["administrator", "mediator", "bureau_chief", "auditor"])
def test_nobody_else_keeps_the_register(world: World, who: str) -> None:
    client = signed_in(who)
    for path in ("bodies/", "people/", "bodies/0/", "bodies/import/"):
        assert client.get(f"/desk/register/{path}").status_code == 404
        assert client.post(f"/desk/register/{path}", {}).status_code in (404, 405)


def test_an_ended_licence_ends_appointments_too(world: World) -> None:
    """One entry serves the public page and legal aid alike."""
    from tests.services.legal_aid.register import enter
    from tests.services.legal_aid.test_conflicts import BOSS, WORKER, granted

    undertaker = enter(world, "aid_lawyer", licence_number="L7")
    taker = granted(world, WORKER, BOSS)
    matter = getattr(taker, "matter", taker)
    assert [one.account_id for one in candidates(matter, NOW)[0]] == [world.people["aid_lawyer"].pk]
    entry = undertaker.entry
    ended = PractitionerEntry(
        licence_number="L7", kind=PractitionerKind.LAWYER, name=entry.name, practice="SLLS", area=entry.area.code,
        licensed_since=entry.licensed_since, fields=[ServiceField.LABOUR], ended_on=date(2025, 1, 1),
    )  # fmt: skip
    enter_practitioner(ended, by=None, at=NOW)
    assert candidates(matter, NOW)[0] == []


def gives_aid(world: World, *more: str, who: str = "aid_lawyer") -> Result:
    words = [who, "--kind", "lawyer", "--area", world.town.code, "--licence", "L1", *more]
    return CliRunner().invoke(register, words)


def test_a_lawyer_of_the_register_who_gives_aid_keeps_the_one_entry_and_what_it_says(world: World) -> None:
    imported(world, people=LAWYER.replace("甲示例", "示例aid_lawyer"))
    result = gives_aid(world, "--minors")
    assert result.exit_code == 0, result.output
    entry = Practitioner.objects.get()
    assert entry.account == world.people["aid_lawyer"]
    assert (entry.firm, entry.fields, entry.languages) == (
        "示例第一律师事务所",
        ["family"],
        ["普通话", "彝语"],
    )
    assert entry.licensed_since == date(2015, 3, 1)
    assert gives_aid(world, "--languages", "普通话").exit_code == 0
    again = Practitioner.objects.get()
    assert (again.fields, again.languages, again.undertaker.knows_minors) == (["family"], ["普通话"], True)


def test_a_licence_of_somebody_else_is_refused_in_words(world: World) -> None:
    imported(world)
    result = gives_aid(world)
    assert result.exit_code == 1
    assert "登记的是甲示例" in result.output
    assert Practitioner.objects.get().account is None
    imported(world, people=LAWYER.replace("甲示例", "示例aid_lawyer"))
    assert gives_aid(world).exit_code == 0
    assert "已经登记在另一条里" in gives_aid(world, who="second_aid_lawyer").output


def test_who_comes_second_with_the_same_table_is_told_to_import_again(world: World, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def beaten(*_: object, **__: object) -> bool:
        raise IntegrityError("UNIQUE constraint failed")

    monkeypatch.setattr(importing, "_enter", beaten)
    with pytest.raises(NotImported, match="请再导入一次"):
        import_entries(PracticeEntry, BODIES + FIRM, by=None, at=NOW)
