"""The agreement and its check before the ink: what is missing, what does not add up, what a court cannot confirm."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from gongdao.law import numerals
from gongdao.law.calendar import SHANGHAI
from gongdao.law.citation import Citation
from gongdao.law.names import CIVIL_PROCEDURE_INTERPRETATION, PEOPLES_MEDIATION_LAW
from gongdao.procedures.engine.amounts import amount_in_words
from gongdao.procedures.engine.case import Case, Happened
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import Facts, Money, PartyRef, Sealed, SealedLine, StartsFrom, Text

CONTENT = PEOPLES_MEDIATION_LAW.article(29, 1, "三", phrase="履行的方式、期限")
PARTIES_NAMED = PEOPLES_MEDIATION_LAW.article(29, 1, "一", phrase="当事人的基本情况")
CLEAR = CIVIL_PROCEDURE_INTERPRETATION.article(358, 1, "五", phrase="内容不明确的")
LAWFUL = CIVIL_PROCEDURE_INTERPRETATION.article(358, 1, "一", phrase="违反法律强制性规定的")
NOT_STATUS = CIVIL_PROCEDURE_INTERPRETATION.article(355, 1, "三", phrase="婚姻关系、亲子关系、收养关系")
NOT_TITLE = CIVIL_PROCEDURE_INTERPRETATION.article(
    355, 1, "五", phrase="调解协议内容涉及物权、知识产权确权的"
)

# Words with which nobody can be made to perform; the list is our own reading, the ground is art. 358.
VAGUE = (
    "尽快", "尽早", "适当", "有钱再", "等有钱", "看情况", "再说", "酌情", "合理的时间", "以后再", "若干", "大概", "左右",
)  # fmt: skip
_YUAN = re.compile(rf"(?<![\d.])(\d[\d,，]*(?:\.\d{{1,2}})?)\s*(万)?[元块]|([{numerals.CHINESE}]+)[元块]")
_INSTALMENTS = re.compile(rf"分期|每个?月|按月|逐月|分[{numerals.CHINESE}\d]+[期次笔]")
# Words of personal status, which no agreement can settle; the ground is art. 355.
_STATUS = re.compile(
    r"(?:同意|自愿|协议)离婚|解除(?:婚姻|收养|父[子女]|母[子女]|亲子)关系|断绝.{0,4}关系|(?:确认|否认).{0,4}亲子关系"
)


class Deed(Choice):
    """What is owed."""

    PAY = "pay", "付钱"
    DO = "do", "做一件事（修、拆、让、清理等）"
    REFRAIN = "refrain", "不再做某件事"
    HAND_OVER = "hand_over", "交付或归还东西"
    APOLOGISE = "apologise", "赔礼道歉"


class Obligation(Facts):
    """One thing owed: who, to whom, what, by when, how."""

    payer: PartyRef = Field(title="谁来履行")
    payee: PartyRef = Field(title="向谁履行")
    deed: Deed = Field(Deed.PAY, title="履行什么")
    what: Sealed = Field("", title="具体内容", description="一句话写清楚，法院也能照着执行")
    amount: Money | None = Field(None, title="金额（元）")
    amount_words: Text = Field("", title="金额大写", description="不填由系统写")
    due_on: date | None = Field(None, title="最迟哪一天")
    manner: SealedLine = Field("", title="怎么履行", description="例如：现金、转到尾号多少的账户、自己动手修")
    place: SealedLine = Field("", title="在哪里履行")
    done_already: bool = Field(False, title="当场已经履行完毕")


class AgreementFacts(Facts):
    """What the parties agreed (人民调解法 art. 29)."""

    main_facts: Annotated[Sealed, StartsFrom("story")] = Field(title="纠纷的主要事实", min_length=2)
    in_dispute: Annotated[Sealed, StartsFrom("request")] = Field(title="争议的事项", min_length=2)
    responsibility: Sealed = Field("", title="各方当事人的责任")
    obligations: list[Obligation] = Field(title="约定的事项", min_length=1, max_length=60)
    breach_term: Sealed = Field("", title="不按约定履行怎么办")
    other_terms: Sealed = Field("", title="其他约定")
    touches_status: bool = Field(False, title="内容是确认或解除婚姻、亲子、收养等身份关系")
    confirms_title: bool = Field(False, title="内容是确认房屋、土地等物权或者知识产权归谁")
    touches_others: bool = Field(False, title="涉及不在场的其他人的权利（例如共有人、承租人）")
    others_agree: bool = Field(False, title="上述其他人已书面同意")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check found: ``must`` means it cannot be signed like this; else a court may refuse to confirm it."""

    text: str
    must: bool
    cites: tuple[Citation, ...]
    item: int | None = None

    def __str__(self) -> str:
        return f"第{self.item}项：{self.text}" if self.item else self.text


def check_agreement(case: Case, facts: AgreementFacts) -> list[Finding]:
    """Every finding at once, in the order of the agreement; empty means ready to sign and to confirm."""
    today = case.now.astimezone(SHANGHAI).date()
    findings: list[Finding] = [*_check_instalments(facts)]
    for number, owed in enumerate(facts.obligations, 1):
        findings += [
            Finding(text, must, cites, number) for text, must, cites in _check_item(case, owed, today)
        ]
    if not facts.breach_term and any(not owed.done_already for owed in facts.obligations):
        findings.append(Finding("没有写不按约定履行怎么办，将来容易再起争议", False, (CONTENT,)))
    if word := _about_status(facts):
        findings.append(
            Finding(f"写了“{word}”，好像涉及身份关系：身份关系要到法院或者民政部门办", False, (NOT_STATUS,))
        )
    if facts.touches_status:
        findings.append(Finding("身份关系不能由调解协议确认或解除，法院也不予司法确认", False, (NOT_STATUS,)))
    if facts.confirms_title:
        findings.append(Finding("确认物权、知识产权归属的内容，法院不受理司法确认", False, (NOT_TITLE,)))
    if facts.touches_others and not facts.others_agree:
        findings.append(Finding("涉及其他人的权利，要先取得他们的书面同意", True, (LAWFUL,)))
    for title, text in (("不按约定履行怎么办", facts.breach_term), ("其他约定", facts.other_terms)):
        if word := _vague(text):
            findings.append(Finding(f"“{title}”里的“{word}”说不清楚，法院难以执行", False, (CLEAR,)))
    return findings


def _check_item(
    case: Case, owed: Obligation, today: date
) -> Iterator[tuple[str, bool, tuple[Citation, ...]]]:
    sides = case.parties
    if owed.payer == owed.payee:
        yield "履行的人和接受的人是同一个人", True, (PARTIES_NAMED,)
    if "other" in (sides.get(owed.payer), sides.get(owed.payee)):
        yield "履行的人和接受的人都要是当事人，不能是代理人、见证人", True, (PARTIES_NAMED,)
    if owed.deed is Deed.PAY:
        yield from _check_payment(owed)
    elif not owed.what:
        yield "没有写清楚具体做什么", True, (CONTENT,)
    if not owed.due_on and not owed.done_already and owed.deed is not Deed.REFRAIN:
        yield "没有写最迟哪一天履行", True, (CONTENT,)
    if owed.due_on and owed.due_on < today and not owed.done_already:
        yield "约定的履行日期已经过去", True, (CONTENT,)
    if not owed.manner and owed.deed in (Deed.PAY, Deed.HAND_OVER):
        yield "没有写怎么履行（现金还是转账、怎么交接）", True, (CONTENT,)
    if not owed.place and owed.deed is Deed.HAND_OVER:
        yield "没有写在哪里交接", False, (CONTENT,)
    if word := _vague(f"{owed.what}{owed.manner}"):
        yield f"“{word}”说不清楚，法院难以执行，请写明具体的日期、数额或做法", False, (CLEAR,)


def _check_payment(owed: Obligation) -> Iterator[tuple[str, bool, tuple[Citation, ...]]]:
    if not owed.amount:
        yield "没有写金额", True, (CONTENT,)
        return
    right = amount_in_words(owed.amount)
    if owed.amount_words and _plain_words(owed.amount_words) != _plain_words(right):
        yield f"金额大写与小写不一致：{owed.amount:.2f}元应写作“{right}”", True, (CLEAR,)
    figures = [yuan for figure in _YUAN.finditer(owed.what) if (yuan := _yuan(figure))]
    if len(figures) == 1 and figures[0] != owed.amount:
        yield f"文字里的{figures[0]:.2f}元与金额{owed.amount:.2f}元不一致", True, (CLEAR,)
    elif len(figures) > 1 and owed.amount not in (*figures, sum(figures)):
        yield f"文字里写了几个数，加起来不是{owed.amount:.2f}元，请再核对", False, (CLEAR,)


def _check_instalments(facts: AgreementFacts) -> Iterator[Finding]:
    """Payment in parts, written as one item: nobody can tell which part is late."""
    paid = [owed for owed in facts.obligations if owed.deed is Deed.PAY]
    for number, owed in enumerate(facts.obligations, 1):
        alone = sum((one.payer, one.payee) == (owed.payer, owed.payee) for one in paid) == 1
        if (
            owed.deed is Deed.PAY
            and alone
            and _INSTALMENTS.search(owed.what + owed.manner + facts.other_terms)
        ):
            yield Finding("写了分期付款，请每一期单独写一项，写明每期的金额和日期", False, (CONTENT,), number)


def _about_status(facts: AgreementFacts) -> str | None:
    """Words of personal status, where nobody has ticked that it is about that."""
    texts = [*(owed.what for owed in facts.obligations), facts.other_terms]
    found = next((match for text in texts if (match := _STATUS.search(text))), None)
    return found[0] if found and not facts.touches_status else None


def _yuan(figure: "re.Match[str]") -> Decimal:
    if figure[3]:
        return Decimal(numerals.to_int(figure[3]) or 0)
    return Decimal(figure[1].replace(",", "").replace("，", "")) * (10_000 if figure[2] else 1)


def _plain_words(words: str) -> str:
    return words.removeprefix("人民币").replace("圆", "元").replace("正", "整").replace(" ", "")


def _vague(text: str) -> str | None:
    return next((word for word in VAGUE if word in text), None)


def agreed(case: Case) -> Happened | None:
    """The latest time an agreement took effect."""
    return case.last("sign_agreement", "settle_orally")


def obligations_of(case: Case) -> Sequence[dict[str, Any]]:
    """What is owed under the agreement in effect, as recorded; a later draft counts once it is signed."""
    event = agreed(case)
    found: Sequence[dict[str, Any]] = ()
    for happened in case.happened:
        if happened.step in ("draft_agreement", "settle_orally"):
            found = happened.facts.get("obligations") or []
        if happened is event:
            break
    return found


def enforceable_from(case: Case) -> date | None:
    """The day from which enforcement is counted: the last day owed, or the ruling where nothing owed has a day."""
    owing = [owed for owed in obligations_of(case) if not owed.get("done_already")]
    days = [date.fromisoformat(owed["due_on"]) for owed in owing if owed.get("due_on")]
    ruled = case.last("confirmed")
    if days or not owing or ruled is None:
        return max(days, default=None)
    return case.moment(ruled).astimezone(SHANGHAI).date()
