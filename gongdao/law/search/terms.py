"""Text → what it is found by: words (jieba), and pairs of neighbouring characters where words are cut otherwise."""

import re

import numpy as np

from gongdao.law.words import STOP_WORDS, cut

LONGEST_QUERY = 200
_MAX_WORDS = 24
_RUN = re.compile(r"[\u3400-\u9fff]+")


def query_words(query: str) -> list[str]:
    """The words of a query that are worth looking for; single characters only if there is nothing longer."""
    words = list(dict.fromkeys(cut(query[:LONGEST_QUERY])))
    telling = [w for w in words if len(w) > 1 and w not in STOP_WORDS]
    return (telling or [w for w in words if w not in STOP_WORDS])[:_MAX_WORDS]


def pairs(text: str) -> np.ndarray:
    """Every two neighbouring Chinese characters of a text as one number, in order, repeats kept: uint32 [n].

    Characters outside the basic plane are left out, so that two code points fit one number.
    """
    found = [_pairs_of_run(run) for run in _RUN.findall(text) if len(run) > 1]
    return np.concatenate(found) if found else np.zeros(0, np.uint32)


def _pairs_of_run(run: str) -> np.ndarray:
    codes = np.frombuffer(run.encode("utf-16-le"), np.uint16).astype(np.uint32)
    return codes[:-1] << 16 | codes[1:]
