"""What to ask back when a story can be several things (questions.csv), and what the answers change."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gongdao.triage.guesses import UNCLEAR, Guess
from gongdao.triage.kinds import kind_of
from gongdao.triage.tables import read_rows
from gongdao.triage.words import Evidence

MOST = 3
SURE = 0.65
"""A best guess of at least this share needs no question, unless the runner-up is close."""
_CLOSE = 0.4
_FIRST_QUESTION = "who"


@dataclass(frozen=True)
class Option:
    """An answer to choose: its code, the label people read, and what it adds to which kind."""

    code: str
    label: str
    adds: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Question:
    """A question in plain Chinese with the answers to choose from."""

    code: str
    text: str
    options: tuple[Option, ...]


def questions_to_ask(guesses: tuple[Guess, ...], answers: Mapping[str, str]) -> tuple[Question, ...]:
    """At most three questions whose answers would decide between the guesses; none where the best is clear."""
    open_questions = [question for code, question in all_questions().items() if code not in answers]
    best = guesses[0]
    if best.kind is UNCLEAR:
        return tuple(q for q in open_questions if q.code == _FIRST_QUESTION)[:MOST]
    if best.share >= SURE:
        return ()
    rivals = {guess.kind.code: guess.share for guess in guesses if guess.share >= best.share * _CLOSE}
    useful = [(_decides(question, rivals), question) for question in open_questions]
    useful.sort(key=lambda pair: -pair[0])
    return tuple(question for weight, question in useful if weight > 0)[:MOST]


def _decides(question: Question, rivals: Mapping[str, float]) -> float:
    """How much of the doubt between rivals the question can settle: the share of all but the strongest of the
    rivals that different answers lead to. 0 where every rival has the same answer, or none has any."""
    by_option = [
        max((rivals.get(kind, 0.0) for kind, _ in option.adds), default=0.0) for option in question.options
    ]
    told_apart = sorted((share for share in by_option if share > 0), reverse=True)
    return sum(told_apart[1:])


def add_answers(evidence: Mapping[str, Evidence], answers: Mapping[str, str]) -> dict[str, Evidence]:
    """The evidence with what the answers add. Answers to no known question are left aside."""
    added = {code: Evidence(found.score, dict(found.words)) for code, found in evidence.items()}
    for question_code, option_code in answers.items():
        question = all_questions().get(question_code)
        for option in question.options if question else ():
            if option.code == option_code:
                for kind, weight in option.adds:
                    found = added.setdefault(kind, Evidence())
                    found.score += weight
                    found.words = {option.label: weight} | found.words
    return added


@lru_cache(maxsize=1)
def all_questions() -> dict[str, Question]:
    """Every question of the table by its code. Raises ValueError naming the row that is wrong."""
    questions: dict[str, Question] = {}
    for row in read_rows("questions.csv"):
        known = questions.get(row["question"]) or Question(row["question"], row["text"], ())
        option = Option(row["option"], row["label"], tuple(_added(part) for part in row["adds"].split()))
        questions[known.code] = Question(known.code, known.text, (*known.options, option))
    return questions


def _added(part: str) -> tuple[str, float]:
    kind, weight = part.split(":")
    return kind_of(kind).code, float(weight)
