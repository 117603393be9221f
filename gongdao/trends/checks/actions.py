"""Writes: what triage said is judged by a named person; a text to learn from is kept only where the office wants that."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from gongdao.matters.actions import take_step
from gongdao.matters.doer import Doer
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, root_of
from gongdao.matters.revealing import Reader
from gongdao.people.actions import set_office_setting
from gongdao.people.models import Account, Office
from gongdao.people.sealing import is_current, seal, unseal
from gongdao.procedures.engine.everyday import KindFacts
from gongdao.trends.checks.errors import CheckRefused
from gongdao.trends.checks.models import LearningText, TriageCheck
from gongdao.trends.checks.queries import ALLOWED, ASKED, check_of, keeps_texts, may_check
from gongdao.trends.checks.reading import Story, story_of
from gongdao.triage.kinds import KINDS
from gongdao.triage.roads import all_channels
from gongdao.triage.tables import read_rows

FIELDS = tuple(row["field"] for row in read_rows("fields.csv"))


@transaction.atomic
def check(
    matter: Matter, story: Story, *, kind: str, field: str, road: str, may_learn: bool, by: Account, at: datetime,
    key: str, doer: Doer | None = None,
) -> TriageCheck:  # fmt: skip
    """Note what the story really was. The same key again gives the first check. Where the matter is counted under
    another kind and ``doer`` may correct that, it is corrected through the doorway. Raises CheckRefused, and what the
    doorway raises; then nothing has changed."""
    root = root_of(Matter.objects.select_for_update(of=("self",)).select_related("office").get(pk=matter.pk))
    if earlier := TriageCheck.objects.filter(key=key).first():
        if earlier.matter_id != root.pk:
            raise CheckRefused("这个提交编号已经用在别的事项上，请重新打开页面再提交。")
        return earlier
    if not may_check(by, root, at.date()):
        raise CheckRefused("您的岗位不能核对这件事的判断。")
    _require_known(kind, field, road)
    if may_learn and not keeps_texts(root.office):
        raise CheckRefused("本机构没有开启“留作学习”，不能留文字。")
    if may_learn and story.careful:
        raise CheckRefused(
            "当事人害怕对方、要求谨慎联系，或者是未成年人，或者讲到了伤害和危险，这件事的文字不能留作学习。"
        )
    found = story.found
    kept = TriageCheck.objects.create(
        matter=root, office=root.office, said_kind=found.kind.code, said_field=found.field,
        said_road=found.roads[0].channel, with_meaning=found.with_meaning, kind=kind, field=field, road=road,
        by=by, at=at, key=key,
    )  # fmt: skip
    if may_learn:
        LearningText.objects.create(of=kept, text_sealed=seal(story.nameless, context=_context(kept.pk)))
    if doer:
        _correct_kind(root, kind, doer=doer, at=at, key=key)
    return kept


def _require_known(kind: str, field: str, road: str) -> None:
    if kind not in KINDS:
        raise CheckRefused("请选择实际是哪一种纠纷。")
    if field not in FIELDS:
        raise CheckRefused("请选择属于哪个咨询领域。")
    if road not in all_channels():
        raise CheckRefused("请选择该先走哪条路。")


def _correct_kind(root: Matter, kind: str, *, doer: Doer, at: datetime, key: str) -> None:
    """The statistical kind follows what was found, where the procedure lets it be corrected now."""
    step = declaration_of(root).step_by_code.get("correct_kind")
    case = case_of(root, at)
    told = KINDS[kind]
    if kind == "unclear" or step is None or step.asks is not KindFacts or case.state not in step.source:
        return
    finer = kind if told.parent else ""
    if (case.fact("kind"), case.fact("finer_kind") or "") != (told.first, finer):
        facts = KindFacts(kind=told.first, finer_kind=finer)
        take_step(root, step.code, doer=doer, at=at, facts=facts, key=f"{key}/kind")


@transaction.atomic
def allow_learning(office: Office, allowed: bool, *, by: Account | None, at: datetime) -> int:
    """Let an office keep texts to learn from, or stop that; stopping throws away what was kept and returns how many."""
    set_office_setting(office, ALLOWED, 1 if allowed else None, by=by, at=at)
    return 0 if allowed else LearningText.objects.filter(of__office=office).delete()[0]


@transaction.atomic
def forget_text(matter: Matter) -> int:
    """Throw away the texts kept of a matter, when the person concerned or the office wants that; returns how many."""
    return LearningText.objects.filter(of__matter=root_of(matter)).delete()[0]


@transaction.atomic
def rows_to_learn(office: Office, at: datetime) -> tuple[list[dict[str, str]], int]:
    """Each matter's kept text with its latest labels, and how many texts were thrown away because their matter may no
    longer be learned from: fear or a child came to light after the tick. Every matter opened is logged."""
    kept_of = {kept.of.matter: kept for kept in _kept_of(office)}
    rows, thrown = [], 0
    for matter, kept in kept_of.items():
        story = story_of(matter, reader=Reader(channel="system"), at=at, purpose="导出学习用的文字")
        latest = check_of(matter)
        if story is None or story.careful or latest is None:
            thrown += forget_text(matter)
        else:
            rows.append({"text": text_of(kept)} | {part: getattr(latest, part) for part in ASKED})
    return rows, thrown


def _kept_of(office: Office) -> QuerySet[LearningText]:
    """The texts of an office, the latest of a matter last."""
    kept = LearningText.objects.filter(of__office=office)
    return kept.select_related("of__matter__office").order_by("of__at", "of__pk")


def text_of(kept: LearningText) -> str:
    """The text in clear."""
    return unseal(bytes(kept.text_sealed), context=_context(kept.of_id))


def reseal_all(number: int) -> int:
    """Seal every text anew under the active key ``number``; returns how many."""
    count = 0
    for kept in LearningText.objects.iterator(chunk_size=1000):
        if not is_current(bytes(kept.text_sealed)):
            kept.text_sealed = seal(text_of(kept), context=_context(kept.of_id))
            kept.save(update_fields=["text_sealed"])
            count += 1
    return count


def _context(check: int) -> str:
    return f"checks:text:{check}"
