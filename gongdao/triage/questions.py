"""What to ask back when a story can be several things (questions.csv): the questions whose answers change the road."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from gongdao.triage.coverage import kinds_in
from gongdao.triage.facts import read_facts
from gongdao.triage.guesses import UNCLEAR, Guess
from gongdao.triage.kinds import kind_of
from gongdao.triage.roads import roads_for
from gongdao.triage.tables import read_rows
from gongdao.triage.words import Evidence

MOST = 3
SURE = 0.65
"""A best guess of at least this share needs no question."""
_WORTH_ASKING = 0.08
_FIRST_QUESTION = "who"


@dataclass(frozen=True)
class Option:
    """An answer to choose: its code, the label people read, what it adds to which kind, and the facts it makes known."""

    code: str
    label: str
    adds: tuple[tuple[str, float], ...]
    facts: frozenset[str]


@dataclass(frozen=True)
class Question:
    """A question in plain Chinese with the answers to choose from. ``always``: kinds for which it is asked however
    clear the story, because people leave it out and it changes the road."""

    code: str
    text: str
    options: tuple[Option, ...]
    always: frozenset[str] = frozenset()


def questions_to_ask(
    guesses: tuple[Guess, ...], answers: Mapping[str, str], known: Collection[str] = ()
) -> tuple[Question, ...]:
    """At most three questions, those first whose answers would change the roads most; none where the best is clear.
    What is known already is not asked: ``known`` are codes of facts."""
    open_questions = [
        question
        for code, question in all_questions().items()
        if code not in answers and not any(option.facts & set(known) for option in question.options)
    ]
    best = guesses[0]
    if best.kind is UNCLEAR:
        return tuple(q for q in open_questions if q.code == _FIRST_QUESTION)[:MOST]
    always = [question for question in open_questions if best.kind.code in question.always]
    if best.share >= SURE:
        return tuple(always[:MOST])
    likely = {guess.kind.code: guess.share for guess in guesses}
    changes = [(change_of_roads(question, best.kind.code, likely), question) for question in open_questions]
    changes.sort(key=lambda pair: -pair[0])
    useful = [question for change, question in changes if change >= _WORTH_ASKING]
    return tuple(dict.fromkeys([*always, *useful]))[:MOST]


def change_of_roads(question: Question, best: str, likely: Mapping[str, float]) -> float:
    """How much of the roads shown would be others after the answer, on average over the answers by how likely each
    is (0..1)."""
    change = total = 0.0
    for option in question.options:
        weighed = {kind: weight * likely.get(kind, 0.0) for kind, weight in option.adds}
        share = sum(likely.get(kind, 0.0) for kind in weighed)
        total += share
        if share > 0:
            change += share * _different(best, max(weighed, key=lambda kind: weighed[kind]))
    return change / max(total, 1.0)


@lru_cache(maxsize=4096)
def _different(one: str, other: str) -> float:
    if one == other:
        return 0.0
    first, second = ({(road.channel, road.title) for road in roads_for(code)} for code in (one, other))
    return 1 - len(first & second) / len(first | second)


def answered_facts(answers: Mapping[str, str]) -> frozenset[str]:
    """The facts that the answers make known."""
    return frozenset().union(*(option.facts for option in _chosen(answers)))


def add_answers(evidence: Mapping[str, Evidence], answers: Mapping[str, str]) -> dict[str, Evidence]:
    """The evidence with what the answers add. Answers to no known question are left aside."""
    added = {code: Evidence(found.score, 0.0, dict(found.words)) for code, found in evidence.items()}
    for option in _chosen(answers):
        for kind, weight in option.adds:
            found = added.setdefault(kind, Evidence())
            found.answered += weight
            found.words = {option.label: weight} | found.words
    return added


def _chosen(answers: Mapping[str, str]) -> list[Option]:
    questions = all_questions()
    return [
        option
        for code, chosen in answers.items()
        for option in (questions[code].options if code in questions else ())
        if option.code == chosen
    ]


@lru_cache(maxsize=1)
def all_questions() -> dict[str, Question]:
    """Every question of the table by its code. Raises ValueError naming the row that is wrong."""
    questions: dict[str, Question] = {}
    for row in read_rows("questions.csv"):
        known = questions.get(row["question"]) or Question(row["question"], row["text"], ())
        where = f"questions.csv {row['question']}"
        adds = tuple(_added(part) for part in row["adds"].split())
        option = Option(row["option"], row["label"], adds, read_facts(row["facts"], where))
        always = known.always | kinds_in(row["always"], where)
        questions[known.code] = Question(known.code, known.text, (*known.options, option), always)
    return questions


def _added(part: str) -> tuple[str, float]:
    kind, weight = part.split(":")
    return kind_of(kind).code, float(weight)
