"""What a briefing says: its text from the template, its pictures, its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from gongdao.documents.docx import write_docx
from gongdao.documents.layouts import OFFICIAL
from gongdao.documents.pdf import write_pdf
from gongdao.documents.templates import Filled, fill
from gongdao.people.models import Area, Office
from gongdao.trends.briefings.cells import Cell, first_day, months_before
from gongdao.trends.briefings.counting import cube
from gongdao.trends.briefings.figures import HIDDEN, Figures, Wanted
from gongdao.trends.briefings.protecting import hidden_cells
from gongdao.trends.charts.intervals import rate_intervals
from gongdao.trends.charts.mapping import Place, area_map
from gongdao.trends.charts.rates import PER, Rate, rate
from gongdao.trends.forecasts.comparing import LEAST_CASES
from gongdao.trends.lake.opening import Lake
from gongdao.trends.maps.queries import boundaries
from gongdao.trends.overview.computed import foretold
from gongdao.trends.overview.numbers import weekly
from gongdao.trends.warnings.asked import Measure
from gongdao.trends.warnings.models import AreaWarning
from gongdao.trends.warnings.queries import (
    last_done,
    last_plan,
    record_of,
    standing,
    verdict_of,
    within,
)
from gongdao.trends.warnings.themes import BASIS, themes_for
from gongdao.triage.kinds import FIRST_LEVEL, KINDS

TEMPLATE = "trends/monthly_briefing"


@dataclass(frozen=True)
class Heading:
    """What the office fills in: its number, who it goes to, who gets a copy; and why it is issued anew."""

    number: str
    to: str
    copies: str
    edition: int = 1
    because: str = ""


@dataclass(frozen=True)
class Written:
    """A briefing in both forms, and what of it must be kept."""

    pdf: bytes
    docx: bytes
    figures: Mapping[Cell, int]
    version: str


def write(
    lake: Lake, fingerprint: str, *, area: Area, office: Office, month: str, heading: Heading, earlier: Sequence[Cell],
    on: date,
) -> Written:  # fmt: skip
    """Write it from the lake as it stands. Raises CannotProtect."""
    wanted = Wanted(area, _parts(area), month)
    counted = cube(lake, area, month)
    hidden = hidden_cells(
        counted, wanted.all_cells(), earlier, dear=wanted.totals, threshold=settings.GONGDAO_SUPPRESS_BELOW
    )
    writer = _Writer(wanted, Figures(counted, hidden), office, heading, fingerprint, on)
    filled, pictures = writer.fill()
    title = writer.title
    pdf = write_pdf(filled.blocks, title=title, footer="", pictures=pictures, layout=OFFICIAL)
    docx = write_docx(filled.blocks, title=title, footer="", pictures=pictures, layout=OFFICIAL)
    return Written(pdf, docx, dict(writer.figures.shown), filled.version)


def _parts(area: Area) -> tuple[Area, ...]:
    return tuple(Area.objects.filter(level="township", path__startswith=area.path).order_by("code"))


class _Writer:
    def __init__(
        self, wanted: Wanted, figures: Figures, office: Office, heading: Heading, fingerprint: str, on: date
    ) -> None:
        self.wanted, self.figures, self.office, self.heading = wanted, figures, office, heading
        self.fingerprint, self.on = fingerprint, on

    @property
    def title(self) -> str:
        first = first_day(self.wanted.month)
        return f"关于{first.year}年{first.month}月{self.wanted.area.name}矛盾纠纷情况的分析研判报告"

    def fill(self) -> tuple[Filled, dict[str, bytes]]:
        wanted = self.wanted
        pictures = self._pictures()
        context: dict[str, Any] = {
            "title": self.title, "office": self.office.name, "area": wanted.area.name, "heading": self.heading,
            "month": _spoken(wanted.month), "before": _spoken(wanted.before), "a_year_ago": _spoken(wanted.a_year_ago),
            "year": f"{_spoken(wanted.year_began)}至{_spoken(wanted.month)}", "on": self.on,
            "total": self._months(None), "year_total": self.figures.said(wanted.year_cell(wanted.area)),
            "change": self._change(), "kinds": self._kinds(), "most": self._most(), "parts": self._parts(),
            "pictures": pictures, "warnings": self._warnings(), "record": record_of(self._found()),
            "promise": max((w.promise for w in self._found()), default=None), "coming": self._coming(),
            "advice": self._advice(), "basis": BASIS, "least": settings.GONGDAO_SUPPRESS_BELOW, "hidden": HIDDEN, "fingerprint": _grouped(self.fingerprint),
        }  # fmt: skip
        # The annex lists what the text above has asked for, so it is filled last.
        context["annex"] = _Annex(self.figures)
        return fill(TEMPLATE, context), pictures

    def _months(self, kind: str | None) -> list[str]:
        """This month, the one before, the same a year ago."""
        wanted = self.wanted
        months = (wanted.month, wanted.before, wanted.a_year_ago)
        return [self.figures.said(wanted.month_cell(wanted.area, kind, month)) for month in months]

    def _change(self) -> list[str]:
        """In words, beside the month before and a year ago; only from numbers that are shown."""
        wanted = self.wanted
        now, before, ago = (
            self.figures.value(wanted.month_cell(wanted.area, None, month))
            for month in (wanted.month, wanted.before, wanted.a_year_ago)
        )
        return [_beside(now, before, "上月"), _beside(now, ago, "去年同月")]

    def _kinds(self) -> list[list[str]]:
        return [[kind.title, *self._months(kind.code)] for kind in FIRST_LEVEL]

    def _most(self) -> str:
        """The kinds that came most often, by number, without their numbers."""
        wanted = self.wanted
        counted = [
            (self.figures.value(wanted.month_cell(wanted.area, kind.code, wanted.month)) or 0, kind.title)
            for kind in FIRST_LEVEL
        ]
        return "、".join(title for number, title in sorted(counted, key=lambda one: -one[0])[:3] if number)

    def _parts(self) -> list[list[str]]:
        wanted = self.wanted
        return [
            [
                part.name,
                self.figures.said(wanted.month_cell(part, None, wanted.month)),
                self.figures.said(wanted.year_cell(part)),
                self._rate(part).against(self._whole()).value,
            ]
            for part in wanted.parts
        ]

    def _rate(self, part: Area) -> Rate:
        return rate(
            part.name, self.figures.value(self.wanted.year_cell(part)), part.population or 1, scatter=1.5
        )

    def _whole(self) -> float:
        wanted = self.wanted
        return (self.figures.value(wanted.year_cell(wanted.area)) or 0) * PER / (wanted.area.population or 1)

    def _pictures(self) -> dict[str, bytes]:
        """Map and comparison over the twelve months; nothing where populations are not known."""
        wanted = self.wanted
        if not wanted.area.population or not all(part.population for part in wanted.parts):
            return {}
        rates, whole = [self._rate(part) for part in wanted.parts], self._whole()
        found = {"比较": rate_intervals("各地每万人件数", "十二个月", rates, whole).svg.encode()}
        shapes = boundaries(wanted.parts)
        if shapes:
            warned = {p.area.code for w in self._found() if w.week >= self._since() for p in w.places.all()}
            places = [
                Place(part.name, shapes[part.code], one.against(whole), "数太小" if one.cases is None else f"{one.value:.1f}",
                      part.code in warned)
                for part, one in zip(wanted.parts, rates, strict=True) if part.code in shapes
            ]  # fmt: skip
            found["地图"] = area_map("各地每万人件数", "十二个月", places).svg.encode()
        return found

    def _since(self) -> date:
        return first_day(self.wanted.month) - timedelta(days=6)

    def _found(self) -> list[AreaWarning]:
        """Every warning in the area up to the end of the month."""
        after = first_day(months_before(self.wanted.month, -1))
        return list(
            AreaWarning.objects.filter(within([self.wanted.area], "places__area__path"), week__lt=after)
            .distinct()
            .prefetch_related("places__area", "answers__responsible", "judgements", "sightings")
            .order_by("week", "pk")
        )

    def _warnings(self) -> list[dict[str, str]]:
        """Raised in the month, or not judged yet. How many times the usual, never how many: those are small numbers."""
        return [
            {
                "where": "、".join(place.area.name for place in w.places.all()), "kind": KINDS[w.kind].title,
                "when": f"{_day(w.starts)}至{_day(w.ends)}", "ratio": f"{w.observed / max(w.expected, 0.1):.0f}",
                "stands": standing(w, self.on).value, "done": _done(w),
            }
            for w in self._found() if w.week >= self._since() or verdict_of(w) is None
        ]  # fmt: skip

    def _coming(self) -> list[list[str]]:
        """The next eight weeks of the kinds for which the forecast beat every simple guess."""
        area = self.wanted.area
        rows = []
        for kind in (None, *(one.code for one in FIRST_LEVEL)):
            found = foretold(area.level, kind, self.on)
            row = weekly(area.level, self.on).areas.index(area.code)
            if (
                found is None
                or found[1] is None
                or found[1].cases[row] < LEAST_CASES
                or not found[1].beats[row]
            ):
                continue
            low, middle, high = (int(n) for n in found[0].whole[row][[1, 3, 5]])
            rows.append([KINDS[kind].title if kind else "全部", f"{middle}", f"{low}–{high}"])
        return rows

    def _advice(self) -> list[dict[str, Any]]:
        """Themes and visits for the kinds and places of the warnings."""
        current = [w for w in self._found() if w.week >= self._since() or verdict_of(w) is None]
        return [
            {"where": "、".join(place.area.name for place in w.places.all()), "kind": KINDS[w.kind].title,
             "themes": themes_for(w.kind)}
            for w in current
        ]  # fmt: skip


class _Annex:
    """Read by the template at its end, when every number has been asked for."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures

    def __iter__(self):  # type: ignore[no-untyped-def]
        for cell, number in self.figures.asked.items():
            yield number, self.figures.cube.count(cell), cell.says


def _grouped(fingerprint: str) -> str:
    """In groups of eight, so that it can be read out and breaks over lines."""
    return " ".join(fingerprint[start : start + 8] for start in range(0, len(fingerprint), 8))


def _spoken(month: str) -> str:
    first = first_day(month)
    return f"{first.year}年{first.month}月"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _beside(now: int | None, then: int | None, name: str) -> str:
    if now is None or then is None:
        return f"与{name}比的数太小，不作比较"
    if now == then:
        return f"与{name}持平"
    more = f"，{abs(now - then) / then:.0%}" if then >= 20 else ""
    return f"比{name}{'多' if now > then else '少'}{abs(now - then)}件{more}"


def _done(warning: AreaWarning) -> str:
    plan, done = last_plan(warning), last_done(warning)
    said = done or plan
    if said is None:
        return "尚未答复"
    measures = "、".join(Measure(code).label for code in said.measures)
    if done is not None and done.done_on:
        return f"{measures}，{_day(done.done_on)}办结"
    return f"{measures}，{_day(plan.due_on)}前办结" if plan and plan.due_on else measures
