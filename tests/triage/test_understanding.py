"""understand: roads, alerts, periods, questions and why, for whole stories."""

import pytest

from gongdao.triage.understanding import understand

WAGES = "老板拖欠我们十几个人三个月工资"


def codes(things):
    return [thing.code for thing in things]


def channels(found):
    return [road.channel for road in found.roads]


def test_unpaid_wages_lead_to_inspection_mediation_and_arbitration(today):
    found = understand(WAGES, today=today)
    assert found.kind.code == "wages"
    assert found.field == "劳动纠纷"
    assert {"complaint", "people_mediation", "labour_arbitration"} <= set(channels(found))
    assert "劳动法:50:1" in {citation.key for citation in found.articles}
    assert "F-13" in codes(found.alerts)
    assert "老板拖欠" in found.why
    assert found.people_mediation


def test_workers_who_may_be_migrants_are_asked_where_they_work(today):
    assert "worksite" in codes(understand(WAGES, today=today).questions)


def test_an_answer_changes_the_kind_and_is_not_asked_again(today):
    found = understand(WAGES, today=today, answers={"worksite": "site"})
    assert found.kinds[0].first.code == "migrant_wages"
    assert "worksite" not in codes(found.questions)
    assert "F-08" in codes(found.alerts)


def test_answers_to_unknown_questions_are_left_aside(today):
    assert understand(WAGES, today=today, answers={"x": "y", "who": "z"}).kind.code == "wages"


def test_a_wall_on_my_land_is_a_neighbours_matter_with_mediation_first(today):
    found = understand("邻居家围墙占了我家的地", today=today)
    assert found.kinds[0].first.code == "neighbour"
    assert found.roads[0].channel == "people_mediation"
    assert any(citation.law.short == "民法典" and citation.article == "288" for citation in found.articles)


def test_domestic_violence_puts_safety_before_mediation(today):
    found = understand("老公喝醉了打我，孩子也挨打，我想离婚", today=today)
    assert found.alerts[0].level == "danger"
    assert "110" in found.alerts[0].phones
    assert found.roads[0].channel == "police"
    mediation = channels(found).index("people_mediation")
    assert {"police", "protection_order", "shelter"} <= set(channels(found)[:mediation])


def test_harassment_after_a_divorce_opens_the_roads_to_safety(today):
    found = understand("离婚后前夫老是跟踪我纠缠我要孩子的抚养权", today=today)
    assert {"police", "protection_order", "shelter"} <= set(channels(found)[:3])


@pytest.mark.parametrize("said", ["我不想活了", "活着没意思，想跳楼", "他再不还钱我就喝农药"])
def test_words_of_suicide_come_first_with_whom_to_call(said, today):
    found = understand(said, today=today)
    assert found.alerts[0].code == "F-01b"
    assert "120" in found.alerts[0].phones
    assert "12348" in found.alerts[0].phones


def test_a_child_in_danger_is_to_be_reported(today):
    assert "F-03" in codes(understand("继父老是打孩子", today=today).alerts)


def test_fraud_is_for_the_police_and_not_for_mediation(today):
    found = understand("刷单被骗了三万", today=today)
    assert found.roads[0].channel == "police"
    assert not found.people_mediation
    assert [amount.yuan for amount in found.amounts] == [30_000]


@pytest.mark.parametrize("said", ["派出所拘留了我五天我不服", "我家的低保被取消了", "我儿子被抓了在看守所"])
def test_matters_with_an_authority_are_not_for_peoples_mediation(said, today):
    assert not understand(said, today=today).people_mediation


def test_an_old_loan_is_warned_of_without_being_given_up(today):
    found = understand("朋友2021年5月借我两万块一直拖着不还", today=today)
    (limit,) = found.limits
    assert (limit.code, limit.state) == ("D-LIM-1", "passed")
    assert "可能" in limit.text
    assert "不要自己放弃" in limit.text


def test_a_loan_about_to_expire_is_near(today):
    (limit,) = understand("他2023年5月10号借我两万块不还", today=today).limits
    assert (limit.state, str(limit.latest)) == ("near", "2026-05-11")


def test_a_recent_loan_has_no_warning(today):
    assert understand("他去年十月借我两万块不还", today=today).limits == ()


def test_a_period_of_days_brings_the_alert_that_legal_aid_can_start_at_once(today):
    found = understand("交警的事故认定书昨天下来的，判我全责我不服", today=today)
    assert "D-TRAF-1" in codes(found.limits)
    assert "F-05" in codes(found.alerts)
    assert "F-10" in codes(found.alerts)


def test_dates_and_sums_point_into_the_text_that_was_read(today):
    found = understand("他 去年 五月 借了 两万 块", today=today)
    assert [found.text[d.start : d.end] for d in found.dates] == ["去年五月"]
    assert [found.text[a.start : a.end] for a in found.amounts] == ["两万块"]


def test_a_very_long_text_is_read_from_its_beginning(today):
    found = understand(WAGES + "啊" * 1_000_000, today=today)
    assert found.cut
    assert found.kind.code == "wages"


def test_a_short_text_is_not_cut(today):
    assert not understand(WAGES, today=today).cut


def test_at_most_three_questions_are_asked(today):
    assert len(understand("钱 房子 地 孩子 医院 骗 打 公司 法院", today=today).questions) <= 3


def test_a_clear_story_is_not_asked_back(today):
    assert understand("车祸，交警判对方全责，肇事司机不赔医药费", today=today).questions == ()


def test_traditional_characters_are_understood(today):
    assert understand("老闆欠錢不還，借錢的欠條還在", today=today).kinds[0].first.code == "contract"


def test_why_quotes_the_words_as_they_were_said(today):
    why = understand("男人喝了酒就打我", today=today).why
    assert "“男人喝了酒就打我”" in why
    assert "…" not in why


def test_why_names_the_answer_that_decided(today):
    assert "看病治疗造成的" in understand("我受伤了", today=today, answers={"injury": "hospital"}).why


@pytest.mark.parametrize("said", ["欠钱不还应该怎么办", "口头辞职反悔该怎么处理", "被拖欠工资怎样维权"])
def test_who_asks_what_to_do_is_told_what_to_do_first(said, today):
    assert not understand(said, today=today).asks_what_law_says


@pytest.mark.parametrize("said", ["借款的利息最高是多少", "试用期最长几个月", "遗嘱要几个见证人才有效"])
def test_who_asks_what_the_law_is_gets_the_law_first(said, today):
    assert understand(said, today=today).asks_what_law_says


@pytest.mark.parametrize("with_meaning", [True, False])
def test_a_kind_that_is_one_of_many_is_no_answer(with_meaning, today):
    found = understand("老公打工不寄钱回来", today=today, with_meaning=with_meaning)
    assert found.kind.code == "unclear" or found.kinds[0].share > 0.2
    assert found.questions


@pytest.mark.parametrize("said", ["按12月平均工资算", "12月均工资怎么算"])
def test_a_mean_of_months_is_no_month(said, today):
    assert understand(said, today=today).dates == ()
