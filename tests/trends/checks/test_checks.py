"""Staff say what a story really was: who may, in which state, what follows, and what may be learned from."""

import json
import stat
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from django.db import DatabaseError, transaction

from gongdao.matters.models import Event, Matter
from gongdao.matters.queries import case_of
from gongdao.matters.revealing import Reader
from gongdao.people.models import AccessLog
from gongdao.site.cli.corrections import corrections
from gongdao.trends.checks.actions import allow_learning, check, reseal_all, text_of
from gongdao.trends.checks.errors import CheckRefused
from gongdao.trends.checks.models import LearningText, TriageCheck
from gongdao.trends.checks.queries import ASKED, accuracy, may_check, whole_months
from gongdao.trends.checks.reading import SPEAK_OF_VIOLENCE, story_of
from gongdao.triage.tables import read_rows
from tests.matters.playing import TO_ACCEPT, TO_APPLY, TO_ASSIGNED, TO_SIGNED, fresh, matter_after, play_steps
from tests.world import World, next_key, now_on

AT = now_on("2025-06-01")
WHOLE_YEAR = (date(2025, 1, 1), date(2025, 12, 31))
LATER = date(2026, 2, 10)
REALLY = {"kind": "wages", "field": "劳动纠纷", "road": "complaint"}
STATES = {
    "registered": TO_APPLY,
    "asking": TO_ACCEPT,
    "assigned": TO_ASSIGNED,
    "in_effect": TO_SIGNED,
    "withdrawn": (*TO_APPLY, ("2025-03-04", "申请人", "撤回申请")),
}
SAFETY = "联系和安全事项"
# Who handles a matter of the committee: its clerk and head always, the mediator once it is theirs.
HANDLE = {"committee_clerk", "committee_head"}


def told(world: World, story: str, *steps, **more) -> Matter:
    facts = {"申请调解": {"story": story, **more}}
    return matter_after(world, *(steps or TO_APPLY), facts=facts)


def judged(
    world: World, matter: Matter, by="committee_clerk", *, at=AT, may_learn=False, doer=None, **really
):
    story = story_of(matter, reader=Reader(account=world.people[by]), at=at)
    assert story
    return check(
        matter, story, **(REALLY | really), may_learn=may_learn, by=world.people[by], at=at, key=next_key(),
        doer=doer,
    )  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_in_every_state_whoever_handles_a_matter_may_judge_and_nobody_else(world: World, state: str) -> None:
    matter = matter_after(world, *STATES[state])
    assert case_of(matter, AT).state == state
    handling = HANDLE | ({"mediator"} if matter.owner_id else set())
    for name, account in world.people.items():
        assert may_check(account, matter, AT.date()) == (name in handling), (state, name)
        if name in handling:
            continue
        story = story_of(matter, reader=Reader(account=world.people["committee_clerk"]), at=AT)
        with pytest.raises(CheckRefused, match="不能核对"):
            check(matter, story, **REALLY, may_learn=False, by=account, at=AT, key=next_key())
    assert not TriageCheck.objects.exists()


def test_opening_a_story_to_judge_it_is_logged(world: World) -> None:
    matter = told(world, "老板拖欠我三个月工资")
    judged(world, matter)
    log = AccessLog.objects.filter(matter_number=matter.number, purpose="核对系统判断").get()
    assert log.account == world.people["committee_clerk"]


def test_a_check_keeps_what_was_said_and_what_it_really_was_and_no_word_of_the_story(world: World) -> None:
    kept = judged(world, told(world, "楼上漏水把我家天花板泡了"))
    assert (kept.said_kind, kept.said_road) == ("water_leak", "people_mediation")
    assert (kept.kind, kept.field, kept.road) == ("wages", "劳动纠纷", "complaint")
    assert not LearningText.objects.exists()


def test_the_same_submission_twice_is_one_check_and_a_key_of_another_matter_is_refused(world: World) -> None:
    one, other = told(world, "老板拖欠我三个月工资"), told(world, "楼上漏水")
    story = story_of(one, reader=Reader(), at=AT)
    given = REALLY | {
        "may_learn": False,
        "by": world.people["committee_clerk"],
        "at": AT,
        "key": "同一个编号",
    }
    assert check(one, story, **given) == check(one, story, **given)
    with pytest.raises(CheckRefused, match="提交编号"):
        check(other, story, **given)
    assert TriageCheck.objects.count() == 1


@pytest.mark.parametrize(
    ("really", "said"),
    [
        ({"kind": "nothing"}, "哪一种纠纷"), ({"kind": ""}, "哪一种纠纷"), ({"field": "没有的"}, "咨询领域"),
        ({"road": "' OR 1=1"}, "先走哪条路"), ({"kind": "借" * 10_000}, "哪一种纠纷"),
    ],
)  # fmt: skip
def test_what_stands_in_no_table_is_refused(world: World, really: dict[str, str], said: str) -> None:
    with pytest.raises(CheckRefused, match=said):
        judged(world, told(world, "老板拖欠我三个月工资"), **really)


def test_a_check_is_never_changed_or_deleted(world: World) -> None:
    kept = judged(world, told(world, "老板拖欠我三个月工资"))
    for change in (lambda: TriageCheck.objects.update(kind="loan"), kept.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert TriageCheck.objects.get().kind == "wages"


def test_no_text_is_kept_unless_the_office_decided_so(world: World) -> None:
    with pytest.raises(CheckRefused, match="没有开启"):
        judged(world, told(world, "老板拖欠我三个月工资"), may_learn=True)
    assert not TriageCheck.objects.exists()


def test_a_text_to_learn_from_names_nobody_and_is_sealed(world: World) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    who = [{"name": "欧阳示例", "phone": "13800001111", "address": "示例镇秘密路9号"}]
    story = "我叫欧阳示例，住示例镇秘密路9号，电话13800001111，老板拖欠我三个月工资"
    judged(world, told(world, story, applicants=who), may_learn=True)
    kept = LearningText.objects.get()
    assert "欧阳".encode() not in bytes(kept.text_sealed)
    for secret in ("欧阳", "13800001111", "秘密路"):
        assert secret not in text_of(kept)
    assert "老板拖欠我三个月工资" in text_of(kept)
    assert reseal_all(1) == 0


@pytest.mark.parametrize(
    "more",
    [
        {"afraid": True},
        {"safe_to_contact": "no"},
        {"safety_note": "白天打"},
        {"applicants": [{"name": "小示例", "birth_date": "2012-05-01", "representative": "大示例"}]},
        {"applicants": [{"name": "小示例", "id_number": "110101201205010017", "representative": "大示例"}]},
        {"respondents": [{"name": "小示例", "id_number": "110101201205010017"}]},
        {"story": "老公打我，我要离婚"},
        {"story": "前男友分手以后一直跟踪骚扰我"},
        {"story": "再不给钱我就叫兄弟去堵门"},
    ],
)
def test_nothing_is_learned_from_somebody_in_fear_or_a_child(world: World, more: dict[str, object]) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    with pytest.raises(CheckRefused, match="不能留作学习"):
        judged(world, told(world, **{"story": "老板拖欠我三个月工资"} | more), may_learn=True)


@pytest.mark.parametrize(
    "who",
    [
        {"name": "示例厂", "is_organisation": True, "id_number": "911101201205010017"},
        {"name": "甲示例", "id_number": "110101198005010017"}, {"name": "甲示例", "id_number": "110101800501001"},
        {"name": "甲示例", "id_number": "110101201213990017"}, {"name": "甲示例", "id_number": "看不清"},
    ],
)  # fmt: skip
def test_a_number_that_tells_of_no_child_keeps_nothing_back(world: World, who: dict[str, object]) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    judged(world, told(world, "老板拖欠我三个月工资", respondents=[who]), may_learn=True)
    assert LearningText.objects.exists()


def test_alerts_of_violence_stand_in_the_table() -> None:
    assert {row["flag"] for row in read_rows("alerts.csv")} >= SPEAK_OF_VIOLENCE


def test_an_office_that_stops_throws_away_what_it_kept(world: World) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    judged(world, told(world, "老板拖欠我三个月工资"), may_learn=True)
    assert allow_learning(world.committee, False, by=None, at=AT) == 1
    assert not LearningText.objects.exists()
    assert TriageCheck.objects.count() == 1


def test_the_text_of_one_matter_can_be_forgotten(world: World, run) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    mine, other = told(world, "老板拖欠我三个月工资"), told(world, "楼上漏水泡了天花板")
    for matter in (mine, other):
        judged(world, matter, may_learn=True)
    assert "删掉了 1 段" in run("forget", "--matter", mine.number).output
    assert LearningText.objects.get().of.matter == other


def test_the_statistical_kind_follows_through_the_doorway(world: World) -> None:
    from gongdao.matters.doer import Channel, Doer
    from gongdao.procedures.engine.declaration import Actor

    matter = told(world, "楼上漏水把我家天花板泡了", kind="neighbour", finer_kind="water_leak")
    doer = Doer(Actor.COMMITTEE, account=world.people["committee_clerk"], channel=Channel.COUNTER)
    judged(world, matter, doer=doer)
    case = case_of(Matter.objects.get(pk=matter.pk), AT)
    assert (case.fact("kind"), case.fact("finer_kind")) == ("other_labour", "wages")
    before = Event.objects.count()
    judged(world, matter, doer=doer)
    assert Event.objects.count() == before, "the same kind again is no step"


def test_accuracy_is_counted_by_kind_and_month_with_the_latest_check(world: World, settings) -> None:
    settings.GONGDAO_SUPPRESS_BELOW = 1
    for number in range(3):
        judged(world, told(world, "老板拖欠我三个月工资"), at=AT + timedelta(days=30 * number))
    wrong = told(world, "楼上漏水泡了天花板")
    judged(world, wrong, kind="water_leak", field="侵权", road="people_mediation")
    judged(world, wrong, at=AT + timedelta(days=1))  # seen again: it was about wages
    report = accuracy([world.committee.pk], *WHOLE_YEAR, today=LATER)
    (line,) = report.kinds
    assert (line.name, line.checked, line.right["kind"], line.right["road"]) == ("other_labour", 4, 3, 3)
    assert [(m.name, m.checked) for m in report.months] == [("2025-06", 2), ("2025-07", 2)]
    assert line.share("kind") == 0.75
    assert accuracy([world.other_committee.pk], *WHOLE_YEAR, today=LATER).kinds == ()
    assert (
        accuracy([world.committee.pk], date(2024, 1, 1), date(2024, 12, 31), today=LATER).total.checked == 0
    )


def test_small_numbers_and_what_gives_them_away_are_hidden(world: World, settings) -> None:
    settings.GONGDAO_SUPPRESS_BELOW = 5
    for _ in range(6):
        judged(world, told(world, "老板拖欠我三个月工资"))
    judged(world, told(world, "楼上漏水泡了天花板"), kind="water_leak", field="侵权", road="people_mediation")
    report = accuracy([world.committee.pk], *WHOLE_YEAR, today=LATER)
    by_kind = {line.name: line for line in report.kinds}
    assert by_kind["neighbour"].checked is None
    shown = [report.total.checked, by_kind["other_labour"].checked]
    assert None in shown, "the total and the other kind would give the small one away"
    assert report.hides


def test_periods_a_day_apart_are_the_same_months_so_no_day_can_be_subtracted(world: World, settings) -> None:
    settings.GONGDAO_SUPPRESS_BELOW = 3
    for day in (1, 1, 1, 2, 2, 2, 3):
        judged(world, told(world, "老板拖欠我三个月工资"), at=AT + timedelta(days=day))
    asked = [(date(2025, 6, first), date(2025, 6, last)) for first in (1, 2, 3) for last in (3, 4, 30)]
    found = {accuracy([world.committee.pk], *days, today=LATER).total.checked for days in asked}
    assert found == {7}


def test_a_month_that_still_runs_is_not_counted(world: World, settings) -> None:
    settings.GONGDAO_SUPPRESS_BELOW = 1
    judged(world, told(world, "老板拖欠我三个月工资"), at=AT)
    judged(world, told(world, "老板拖欠我三个月工资"), at=AT + timedelta(days=30))
    for today, counted in ((date(2025, 6, 30), 0), (date(2025, 7, 1), 1), (date(2025, 8, 1), 2)):
        assert accuracy([world.committee.pk], *WHOLE_YEAR, today=today).total.checked == counted, today


@pytest.mark.parametrize(
    ("first", "last", "today", "counted"),
    [
        (date(2025, 6, 9), date(2025, 6, 9), date(2025, 9, 1), (date(2025, 6, 1), date(2025, 6, 30))),
        (date(2024, 2, 29), date(2024, 12, 1), date(2025, 1, 1), (date(2024, 2, 1), date(2024, 12, 31))),
        (date(2025, 1, 5), date(9999, 12, 31), date(2025, 3, 31), (date(2025, 1, 1), date(2025, 2, 28))),
    ],
)  # fmt: skip
def test_days_become_the_whole_months_that_have_ended(first, last, today, counted) -> None:
    assert whole_months(first, last, today) == counted


@pytest.fixture
def run(world: World):
    return lambda *args: CliRunner().invoke(corrections, [str(arg) for arg in args])


def test_the_command_writes_rows_only_for_an_office_that_decided_so(world: World, run, tmp_path) -> None:
    out = tmp_path / "rows.jsonl"
    assert "没有开启" in run("rows", "--office", "TWH", "--out", out).output
    assert run("allow", "--office", "TWH").exit_code == 0
    judged(world, told(world, "老板拖欠我三个月工资"), may_learn=True)
    assert run("rows", "--office", "TWH", "--out", out).exit_code == 0
    (row,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert row == {"text": "老板拖欠我三个月工资"} | REALLY
    assert set(row) == {"text", *ASKED}
    assert "删掉了留下的 1 段" in run("allow", "--office", "TWH", "--stop").output


def test_what_came_to_light_after_the_tick_is_neither_written_nor_kept(world: World, run, tmp_path) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    calm = told(world, "楼上漏水泡了天花板")
    taker = play_steps(world, *TO_APPLY, facts={"申请调解": {"story": "老板拖欠我三个月工资"}})
    for matter in (calm, fresh(taker.matter)):
        judged(world, matter, may_learn=True)
    play_steps(world, ("2025-06-02", "调委会", SAFETY), facts={SAFETY: {"afraid": True}}, taker=taker)
    out = tmp_path / "rows.jsonl"
    said = run("rows", "--office", "TWH", "--out", out).output
    assert "已经删掉" in said
    assert "老板" not in out.read_text(encoding="utf-8")
    assert LearningText.objects.get().of.matter == calm


def test_a_later_correction_gives_the_labels_though_it_was_not_ticked(world: World, run, tmp_path) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    matter = told(world, "老板拖欠我三个月工资")
    judged(world, matter, may_learn=True, kind="water_leak", field="侵权", road="people_mediation")
    judged(world, matter, at=AT + timedelta(days=1))
    out = tmp_path / "rows.jsonl"
    assert run("rows", "--office", "TWH", "--out", out).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8")) == {"text": "老板拖欠我三个月工资"} | REALLY


def test_writing_rows_is_logged_for_every_matter_and_the_file_is_for_its_owner(
    world: World, run, tmp_path
) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    matters = [told(world, story) for story in ("老板拖欠我三个月工资", "楼上漏水泡了天花板")]
    for matter in matters:
        judged(world, matter, may_learn=True)
    out = tmp_path / "rows.jsonl"
    assert run("rows", "--office", "TWH", "--out", out).exit_code == 0
    logged = AccessLog.objects.filter(purpose="导出学习用的文字", channel="system", what="texts")
    assert {line.matter_number for line in logged} == {matter.number for matter in matters}
    assert logged.count() == 2
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_left_alone_and_nothing_is_opened(world: World, run, tmp_path) -> None:
    allow_learning(world.committee, True, by=None, at=AT)
    judged(world, told(world, "老板拖欠我三个月工资"), may_learn=True)
    out = tmp_path / "rows.jsonl"
    out.write_text("别人的", encoding="utf-8")
    for place, said in ((out, "已经有了"), (tmp_path / "没有" / "rows.jsonl", "写不了")):
        result = run("rows", "--office", "TWH", "--out", place)
        assert (result.exit_code, said in result.output) == (1, True), result.output
    assert out.read_text(encoding="utf-8") == "别人的"
    assert not AccessLog.objects.filter(purpose="导出学习用的文字").exists()


def test_the_command_counts_without_naming_anybody(world: World, run) -> None:
    assert "还没有人核对过" in run("report").output
    judged(world, told(world, "老板拖欠我三个月工资"))
    said = run("report", "--office", "TWH", "--first", "2025-01-01", "--last", "2025-12-31").output
    assert "其他劳动争议\t不显示" in said


@pytest.mark.parametrize(
    "args",
    [("rows", "--office", "无", "--out", "x"), ("report", "--office", "无"), ("forget", "--matter", "无")],
)
def test_what_does_not_exist_is_said(run, args) -> None:
    result = run(*args)
    assert result.exit_code == 1
    assert "没有这" in result.output
