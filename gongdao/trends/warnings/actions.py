"""Writes: warnings are opened by the computation, answered and judged by named people."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from gongdao.people.models import Account, Area
from gongdao.people.sealing import is_current, seal, unseal
from gongdao.trends.warnings.alarms import Alarm
from gongdao.trends.warnings.asked import MOST_LETTERS, Measure, Verdict
from gongdao.trends.warnings.errors import WarningRefused
from gongdao.trends.warnings.models import (
    Answer,
    AreaWarning,
    Judgement,
    Note,
    Sighting,
    WarnedArea,
)
from gongdao.trends.warnings.queries import assignable, may_answer, may_report

STILL_THERE = timedelta(weeks=4)  # seen again within these weeks, it is the same rise
MOST_DAYS = 366
# An identity card or a telephone number has no place in a note about an area.
_NUMBERS = re.compile(r"(?<!\d)(\d{17}[\dXx]|\d{15}|1\d{10})(?!\d)")


@transaction.atomic
def open_warnings(alarms: Iterable[Alarm], *, at: datetime) -> list[AreaWarning]:
    """The warnings that are new; a rise already warned of is noted as seen again. Running twice changes nothing."""
    opened = []
    for alarm in sorted(alarms, key=lambda alarm: (-alarm.once_in, alarm.key)):
        if AreaWarning.objects.filter(key=alarm.key).exists():
            continue
        areas = {area.code: area for area in Area.objects.filter(code__in=[p.area for p in alarm.places])}
        earlier = _earlier(alarm, areas.values())
        if earlier is None:
            opened.append(_open(alarm, areas, at))
        elif earlier.week < alarm.week:
            Sighting.objects.get_or_create(
                warning=earlier, week=alarm.week,
                defaults={"starts": alarm.starts, "ends": alarm.ends, "observed": alarm.observed,
                          "expected": alarm.expected, "seen_at": at},
            )  # fmt: skip
    return opened


def _earlier(alarm: Alarm, areas: Iterable[Area]) -> AreaWarning | None:
    """The warning of the same kind, where these areas or some above or below them lie, that is still going on."""
    since = alarm.week - STILL_THERE
    for warning in AreaWarning.objects.filter(kind=alarm.kind, week__lte=alarm.week).order_by("-week", "pk"):
        last = max([warning.week, *warning.sightings.values_list("week", flat=True)])
        paths = [place.area.path for place in warning.places.select_related("area")]
        meets = any(a.path.startswith(path) or path.startswith(a.path) for a in areas for path in paths)
        if last >= since and meets:
            return warning
    return None


def _open(alarm: Alarm, areas: dict[str, Area], at: datetime) -> AreaWarning:
    warning = AreaWarning.objects.create(
        key=alarm.key, kind=alarm.kind, level=alarm.level, week=alarm.week, starts=alarm.starts, ends=alarm.ends,
        observed=alarm.observed, expected=alarm.expected, once_in=alarm.once_in, promise=alarm.promise,
        method=alarm.method, recipe=dict(alarm.recipe), opened_at=at,
    )  # fmt: skip
    for place in alarm.places:
        WarnedArea.objects.create(
            warning=warning, area=areas[place.area], observed=place.observed, expected=place.expected
        )
    return warning


def answer(
    warning: AreaWarning, *, by: Account, at: datetime, measures: Sequence[str], note: str, responsible: Account,
    due_on: date, key: str,
) -> Answer:  # fmt: skip
    """What is to be done, by whom and by when. The same key again gives the first answer."""
    on = timezone.localdate(at)
    if not may_answer(by, warning, on):
        raise WarningRefused("您的岗位不能答复这个地区的预警。")
    if not measures or not set(measures) <= set(Measure):
        raise WarningRefused("请选定要采取的措施。")
    if Measure.NONE in measures and len(measures) > 1:
        raise WarningRefused("“暂不采取措施”不能和别的措施一起选。")
    if responsible not in assignable(warning, on):
        raise WarningRefused("负责人要从这个地区的司法所或司法局现任人员里选。")
    if not on <= due_on <= on + timedelta(days=MOST_DAYS):
        raise WarningRefused("办结期限要在今天以后、一年以内。")
    return _keep(
        Answer,
        warning,
        note,
        by=by,
        at=at,
        key=key,
        measures=sorted(measures),
        responsible=responsible,
        due_on=due_on,
    )


def report_done(
    warning: AreaWarning,
    *,
    by: Account,
    at: datetime,
    measures: Sequence[str],
    note: str,
    done_on: date,
    key: str,
) -> Answer:
    """What has been done: by whoever may answer, or by the person who was made responsible."""
    if not may_report(by, warning, timezone.localdate(at)):
        raise WarningRefused("这条预警不是交给您办的。")
    if not measures or not set(measures) <= set(Measure):
        raise WarningRefused("请选定采取了哪些措施。")
    if not warning.week <= done_on <= timezone.localdate(at):
        raise WarningRefused("办结日期不能早于发现的那一周，也不能晚于今天。")
    return _keep(Answer, warning, note, by=by, at=at, key=key, measures=sorted(measures), done_on=done_on)


def judge(warning: AreaWarning, *, by: Account, at: datetime, verdict: str, note: str, key: str) -> Judgement:
    """Whether the warning was right. Said again, the latest counts and the earlier stay to be read."""
    if not may_answer(by, warning, timezone.localdate(at)):
        raise WarningRefused("您的岗位不能评判这个地区的预警。")
    if verdict not in list(Verdict):
        raise WarningRefused("请选定结论。")
    return _keep(Judgement, warning, note, by=by, at=at, key=key, verdict=verdict)


def reseal_all(number: int) -> int:
    """Seal every note anew under the active key ``number``; returns how many."""
    count = 0
    for note in Note.objects.iterator(chunk_size=1000):
        if not is_current(bytes(note.text_sealed)):
            context = note_context(note.pk)
            note.text_sealed = seal(unseal(bytes(note.text_sealed), context=context), context=context)
            note.save(update_fields=["text_sealed"])
            count += 1
    return count


def note_context(pk: int) -> str:
    """Binds a sealed note to its row."""
    return f"warnings:note:{pk}"


@transaction.atomic
def _keep(model: type, warning: AreaWarning, note: str, *, key: str, **fields: object):  # type: ignore[no-untyped-def]
    """Keep an answer or a judgement with its sealed note; one key, one row."""
    AreaWarning.objects.select_for_update().get(pk=warning.pk)
    if known := model.objects.filter(key=key).first():  # type: ignore[attr-defined]
        if known.warning_id != warning.pk or known.by != fields["by"]:
            raise WarningRefused("这个提交编号已经用过，请重新打开页面再填。")
        return known
    text = note.strip()
    if not text:
        raise WarningRefused("请写几句说明。")
    if len(text) > MOST_LETTERS:
        raise WarningRefused(f"说明太长，请写在{MOST_LETTERS}字以内。")
    if _NUMBERS.search(text):
        raise WarningRefused("说明里不要写身份证号、电话号码。预警只针对地区和纠纷种类，不针对任何人。")
    sealed = Note.objects.create(text_sealed=b"")
    sealed.text_sealed = seal(text, context=note_context(sealed.pk))
    sealed.save(update_fields=["text_sealed"])
    return model.objects.create(warning=warning, note=sealed, key=key, **fields)  # type: ignore[attr-defined]
