"""The check before the ink: every finding, and amounts in capitals."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdao.law.calendar import SHANGHAI, Calendar
from gongdao.procedures.engine.amounts import LARGEST, amount_in_words
from gongdao.procedures.engine.case import Case, Happened
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.people_mediation.agreement import VAGUE, AgreementFacts, check_agreement
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION

TODAY = datetime(2025, 3, 4, 10, tzinfo=SHANGHAI)
PARTIES = {
    "applicants": [{"party": "p1", "seal": "s", "side": "applicant"}],
    "respondents": [{"party": "p2", "seal": "s", "side": "respondent"}],
    "agent": {"party": "p3", "seal": "s", "side": "other"},
}
CASE = Case(PEOPLE_MEDIATION, TODAY, Calendar(), (Happened("apply", TODAY, Actor.APPLICANT, PARTIES),))
PAY = {"payer": "p2", "payee": "p1", "amount": "3000", "due_on": date(2025, 3, 20), "manner": "现金"}
DO = {"payer": "p2", "payee": "p1", "deed": "do", "what": "把漏水的管子换掉", "due_on": date(2025, 3, 20)}


def agreement(*owed: dict[str, Any], **terms: Any) -> AgreementFacts:
    whole = {"main_facts": "楼上漏水", "in_dispute": "怎么赔", "breach_term": "可以起诉"} | terms
    return AgreementFacts.model_validate({"obligations": list(owed), **whole})


def musts(facts: AgreementFacts) -> list[str]:
    return [str(finding) for finding in check_agreement(CASE, facts) if finding.must]


def hints(facts: AgreementFacts) -> list[str]:
    return [str(finding) for finding in check_agreement(CASE, facts) if not finding.must]


def test_a_clear_agreement_has_no_findings() -> None:
    assert check_agreement(CASE, agreement(PAY, DO)) == []


@pytest.mark.parametrize(
    ("owed", "said"),
    [
        (PAY | {"payee": "p2"}, "第1项：履行的人和接受的人是同一个人"),
        (PAY | {"payer": "p3"}, "第1项：履行的人和接受的人都要是当事人，不能是代理人、见证人"),
        (PAY | {"payee": "p3"}, "第1项：履行的人和接受的人都要是当事人，不能是代理人、见证人"),
        (PAY | {"amount": None}, "第1项：没有写金额"),
        (PAY | {"amount": "0"}, "第1项：没有写金额"),
        (PAY | {"amount_words": "叁万元整"}, "第1项：金额大写与小写不一致：3000.00元应写作“叁仟元整”"),
        (PAY | {"what": "修理费2000元"}, "第1项：文字里的2000.00元与金额3000.00元不一致"),
        (PAY | {"what": "一共0.4万元"}, "第1项：文字里的4000.00元与金额3000.00元不一致"),
        (PAY | {"what": "共计三万元"}, "第1项：文字里的30000.00元与金额3000.00元不一致"),
        (PAY | {"what": "给他两千五百块"}, "第1项：文字里的2500.00元与金额3000.00元不一致"),
        (PAY | {"due_on": None}, "第1项：没有写最迟哪一天履行"),
        (PAY | {"due_on": date(2025, 3, 3)}, "第1项：约定的履行日期已经过去"),
        (PAY | {"manner": ""}, "第1项：没有写怎么履行（现金还是转账、怎么交接）"),
        (DO | {"what": ""}, "第1项：没有写清楚具体做什么"),
        (DO | {"deed": "refrain", "what": "", "due_on": None}, "第1项：没有写清楚具体做什么"),
        (
            DO | {"deed": "hand_over", "place": "村委会"},
            "第1项：没有写怎么履行（现金还是转账、怎么交接）",
        ),
    ],
)
def test_an_item_that_cannot_be_signed(owed: dict[str, Any], said: str) -> None:
    assert musts(agreement(owed)) == [said]


@pytest.mark.parametrize(
    "owed",
    [
        PAY | {"due_on": date(2025, 3, 4)},
        PAY | {"due_on": None, "done_already": True},
        PAY | {"due_on": date(2025, 3, 1), "done_already": True},
        PAY | {"amount_words": "人民币叁仟圆正"},
        PAY | {"amount_words": "叁仟元整"},
        PAY | {"what": "修理费3,000元（即0.3万元）"},
        PAY | {"what": "付三千元"},
        PAY | {"what": "给三名工人各一千元，共三千元"},
        PAY | {"what": "修理费3000.00元"},
        DO | {"deed": "refrain", "due_on": None},
        DO | {"deed": "apologise"},
        DO | {"deed": "hand_over", "manner": "当面点清", "place": "村委会"},
    ],
)
def test_an_item_that_is_clear_enough(owed: dict[str, Any]) -> None:
    assert check_agreement(CASE, agreement(owed)) == []


def test_the_second_item_is_named_as_the_second() -> None:
    assert musts(agreement(PAY, PAY | {"amount": None})) == ["第2项：没有写金额"]


def test_all_findings_come_at_once_in_the_order_of_the_agreement() -> None:
    found = musts(agreement(PAY | {"amount": None, "manner": ""}, DO | {"what": ""}))
    assert found == [
        "第1项：没有写金额",
        "第1项：没有写怎么履行（现金还是转账、怎么交接）",
        "第2项：没有写清楚具体做什么",
    ]


def test_a_place_is_asked_for_where_something_is_handed_over() -> None:
    facts = agreement(DO | {"deed": "hand_over", "manner": "当面点清"})
    assert hints(facts) == ["第1项：没有写在哪里交接"]


def test_a_missing_term_on_breach_is_a_hint() -> None:
    assert hints(agreement(PAY, breach_term="")) == ["没有写不按约定履行怎么办，将来容易再起争议"]


def test_no_term_on_breach_is_needed_when_all_is_done_already() -> None:
    assert hints(agreement(PAY | {"done_already": True}, breach_term="")) == []


@pytest.mark.parametrize(
    ("box", "words"),
    [("touches_status", "身份关系不能由调解协议确认"), ("confirms_title", "法院不受理司法确认")],
)
def test_what_a_court_will_not_confirm_is_said_beforehand(box: str, words: str) -> None:
    (hint,) = hints(agreement(PAY, **{box: True}))
    assert words in hint
    assert musts(agreement(PAY, **{box: True})) == []


def test_the_rights_of_others_need_their_written_consent() -> None:
    assert musts(agreement(PAY, touches_others=True)) == ["涉及其他人的权利，要先取得他们的书面同意"]
    assert musts(agreement(PAY, touches_others=True, others_agree=True)) == []


@pytest.mark.parametrize(
    "said",
    ["分三期付清", "每月付五百元，付六个月", "分6次付", "按月支付"],
)
def test_payment_in_parts_wants_an_item_for_each_part(said: str) -> None:
    hint = "第1项：写了分期付款，请每一期单独写一项，写明每期的金额和日期"
    assert hint in hints(agreement(PAY | {"manner": said}))
    assert hint in hints(agreement(PAY, other_terms=said))
    assert hints(agreement(PAY | {"manner": said}, PAY | {"due_on": date(2025, 4, 20)})) == []


@pytest.mark.parametrize(
    "said", ["双方自愿离婚", "解除收养关系", "从此断绝父子关系", "确认双方有亲子关系", "解除婚姻关系"]
)
def test_words_of_personal_status_are_pointed_out_even_if_nobody_ticked_it(said: str) -> None:
    (hint,) = hints(agreement(PAY, other_terms=said))
    assert "身份关系要到法院或者民政部门办" in hint
    assert len(hints(agreement(PAY, other_terms=said, touches_status=True))) == 1


def test_living_apart_and_support_are_no_matter_of_status() -> None:
    assert (
        hints(agreement(DO | {"what": "离婚后每周六上午把孩子送到外婆家"}, other_terms="儿子轮流赡养老人"))
        == []
    )


@pytest.mark.parametrize("word", VAGUE)
def test_a_vague_word_is_pointed_out(word: str) -> None:
    (hint,) = hints(agreement(DO | {"what": f"{word}把管子换掉"}))
    assert hint == f"第1项：“{word}”说不清楚，法院难以执行，请写明具体的日期、数额或做法"


@pytest.mark.parametrize(
    ("term", "title"), [("breach_term", "不按约定履行怎么办"), ("other_terms", "其他约定")]
)
def test_a_vague_word_in_the_other_terms_is_pointed_out(term: str, title: str) -> None:
    assert hints(agreement(PAY, **{term: "双方酌情处理"})) == [f"“{title}”里的“酌情”说不清楚，法院难以执行"]


def test_every_finding_cites_an_article() -> None:
    bad = PAY | {"payee": "p2", "amount": None, "due_on": None, "manner": ""}
    vague = DO | {"what": "尽快修好"}
    everything = agreement(
        bad, vague, breach_term="", touches_status=True, confirms_title=True, touches_others=True,
        other_terms="以后再说",
    )  # fmt: skip
    found = check_agreement(CASE, everything)
    assert len(found) == 10
    assert all(finding.cites for finding in found)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("0.55", "伍角伍分"),
        ("1", "壹元整"),
        ("10", "壹拾元整"),
        ("15.06", "壹拾伍元零陆分"),
        ("100", "壹佰元整"),
        ("101", "壹佰零壹元整"),
        ("110", "壹佰壹拾元整"),
        ("1000", "壹仟元整"),
        ("1010", "壹仟零壹拾元整"),
        ("10001", "壹万零壹元整"),
        ("12000.50", "壹万贰仟元伍角整"),
        ("100000", "壹拾万元整"),
        ("101000", "壹拾万壹仟元整"),
        ("100500", "壹拾万零伍佰元整"),
        ("10000000", "壹仟万元整"),
        ("100000000", "壹亿元整"),
        ("100000000.01", "壹亿元零壹分"),
        ("100010000", "壹亿零壹万元整"),
        ("1000000000000", "壹万亿元整"),
        ("9999999999999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_an_amount_is_written_as_contracts_write_it(amount: str, words: str) -> None:
    assert amount_in_words(Decimal(amount)) == words


_DIGIT = {character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")}
_PLACE = {"拾": 10, "佰": 100, "仟": 1000}


def read_words(words: str) -> Decimal:
    """The amount that capitals say, read the way a cashier reads them."""
    whole, section, digit, fen = 0, 0, 0, 0
    for character in words.removesuffix("整"):
        if character in _DIGIT:
            digit = _DIGIT[character]
        elif character in _PLACE:
            section, digit = section + digit * _PLACE[character], 0
        elif character == "万":
            whole, section, digit = whole + (section + digit) * 10_000, 0, 0
        elif character == "亿":
            whole, section, digit = (whole + section + digit) * 100_000_000, 0, 0
        elif character == "元":
            whole, section, digit = whole + section + digit, 0, 0
        elif character == "角":
            fen, digit = fen + digit * 10, 0
        elif character == "分":
            fen, digit = fen + digit, 0
    return Decimal(whole) + Decimal(fen) / 100


@given(st.decimals(min_value=0, max_value=LARGEST, places=2, allow_nan=False, allow_infinity=False))
def test_reading_the_capitals_gives_the_amount_back(amount: Decimal) -> None:
    assert read_words(amount_in_words(amount)) == amount


@given(st.decimals(min_value=0, max_value=LARGEST, places=2, allow_nan=False, allow_infinity=False))
def test_capitals_never_hold_two_zeros_in_a_row_or_end_in_one(amount: Decimal) -> None:
    words = amount_in_words(amount)
    assert "零零" not in words
    assert words[-1] in "整分"
    assert "零元" not in words or amount == 0


@pytest.mark.parametrize("amount", ["-0.01", "10000000000000"])
def test_an_amount_that_has_no_capitals_is_an_error(amount: str) -> None:
    with pytest.raises(ValueError, match="cannot write"):
        amount_in_words(Decimal(amount))
