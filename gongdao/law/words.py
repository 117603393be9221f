"""Cuts Chinese text into words, for the index and for a query alike."""

import logging
import re
from functools import cache
from typing import Any

_WORD = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9]+")
_STOP = frozenset("的了和与或者是在有为对以及其等所之应当可以由将被把从到不也就都我你他她它们这那吗呢吧啊")
STOP_WORDS = frozenset(
    [
        "应当",
        "可以",
        "或者",
        "以及",
        "规定",
        "依法",
        "有关",
        "下列",
        "其他",
        "进行",
        "怎么",
        "怎么办",
        "怎样",
        "如何",
        "什么",
        "可不可以",
        "能不能",
        "是否",
        "我们",
        "他们",
        "没有",
        "一直",
        "已经",
        "现在",
        "问题",
        "请问",
        "想要",
        "需要",
        "还是",
        "因为",
        "所以",
        "但是",
        "如果",
        "要求",
        "一个",
        "自己",
        "这个",
        "那个",
    ]
)


@cache
def _jieba() -> Any:
    import jieba  # its dictionary takes a second to load

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return jieba


def cut(text: str) -> list[str]:
    """The words of a text, long words also in their parts; function words and punctuation left out."""
    segment = _jieba().lcut_for_search
    return [word for run in _WORD.findall(text) for word in segment(run, HMM=False) if word not in _STOP]
