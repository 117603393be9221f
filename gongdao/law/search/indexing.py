"""A statute book → its search index, made once and kept beside the book as arrays that processes share."""

import hashlib
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from gongdao.law import meaning
from gongdao.law.book import StatuteBook
from gongdao.law.search.index import KINDS, SearchIndex
from gongdao.law.search.learned import known_vectors, learned
from gongdao.law.search.postings import Postings, post
from gongdao.law.search.terms import pairs
from gongdao.law.search.vectors import key_of, pack, passage
from gongdao.law.words import cut

FORMAT = "1"
_EMBEDDED_AT_ONCE = 64
_making = threading.Lock()
Report = Callable[[str], None]


def open_index(book: StatuteBook, report: Report = lambda _: None) -> SearchIndex:
    """The index of a book; made where there is none or the book has changed, kept where the folder can be written."""
    place = _place(book)
    with _making:
        if place.is_dir() and (found := _read(place)):
            return found
        index = make(book, report)
        try:
            _keep(index, place)
        except OSError:
            return index
        return _read(place) or index


def make(book: StatuteBook, report: Report = lambda _: None, with_meaning: bool = True) -> SearchIndex:
    """Cut every article into words and pairs, and look up its meaning: half a minute for 60,000 articles."""
    report("正在为法律书建立检索……")
    rows = book.rows(
        "SELECT a.id, l.name, a.version, v.kind, a.number, a.text, l.short FROM articles a"
        " JOIN versions v ON v.id = a.version JOIN laws l ON l.key = v.law ORDER BY v.law, v.published, v.id, a.position"
    )
    law_names, laws = np.unique(np.array([row[1] for row in rows] or [""]), return_inverse=True)
    version_ids, versions = np.unique(np.array([row[2] for row in rows] or [""]), return_inverse=True)
    laws, versions = laws[: len(rows)], versions[: len(rows)]
    word_list, words = _post_words([f"{row[6]} {row[5]}" for row in rows])
    pair_list, pair_postings = _post_pairs([f"{row[6]} {row[5]}" for row in rows])
    vectors, spread = _vectors([(row[1], row[5]) for row in rows], report) if with_meaning else (None, None)
    return SearchIndex(
        rows=np.array([row[0] for row in rows], np.int32),
        laws=laws.astype(np.int32),
        versions=versions.astype(np.int32),
        numbers=np.array([row[4] for row in rows] or [""])[: len(rows)],
        positions=_positions(laws),
        lengths=np.array([len(row[5]) for row in rows], np.int32),
        law_names=law_names,
        version_ids=version_ids,
        kinds=np.array([KINDS.index(row[3]) if row[3] in KINDS else len(KINDS) for row in rows], np.int8),
        word_list=word_list,
        words=words,
        pair_list=pair_list,
        pairs=pair_postings,
        vectors=vectors,
        spread=spread,
    )


def _positions(laws: np.ndarray) -> np.ndarray:
    """The how-manieth document of its law each is."""
    order = np.argsort(laws, kind="stable")
    starts = np.searchsorted(laws[order], laws[order])
    positions = np.empty(len(laws), np.int32)
    positions[order] = np.arange(len(laws)) - starts
    return positions


def _post_words(texts: list[str]) -> tuple[np.ndarray, Postings]:
    seen: dict[str, int] = {}
    found = [np.array([seen.setdefault(word, len(seen)) for word in cut(text)], np.int32) for text in texts]
    word_list = np.array(list(seen) or [""])
    order = np.argsort(word_list)
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order))
    documents = np.repeat(np.arange(len(found)), [len(one) for one in found])
    flat = np.concatenate(found) if found else np.zeros(0, np.int32)
    return word_list[order], post(place[flat], documents, len(order), len(texts))


def _post_pairs(texts: list[str]) -> tuple[np.ndarray, Postings]:
    found = [pairs(text) for text in texts]
    flat = np.concatenate(found) if found else np.zeros(0, np.uint32)
    pair_list, ids = np.unique(flat, return_inverse=True)
    documents = np.repeat(np.arange(len(found)), [len(one) for one in found])
    return pair_list, post(ids, documents, len(pair_list), len(texts))


def _vectors(articles: list[tuple[str, str]], report: Report) -> tuple[np.ndarray | None, np.ndarray | None]:
    """Shipped where known, read by the model where not; None where the model is not here to read questions either."""
    maps = learned().maps
    if meaning.identity() != maps.model or not articles:
        return None, None
    keys = np.array([key_of(law, text) for law, text in articles], np.uint64)
    shipped = known_vectors()
    vectors, known = shipped.find(keys)
    unknown = np.flatnonzero(~known)
    for start in range(0, len(unknown), _EMBEDDED_AT_ONCE):
        some = unknown[start : start + _EMBEDDED_AT_ONCE]
        read = meaning.meaning_of_articles([passage(*articles[i]) for i in some])
        if read is None:
            return None, None
        vectors[some] = pack(maps.of_articles(read), shipped.spread)
        if start % (_EMBEDDED_AT_ONCE * 16) == 0:
            report(f"  读懂新条文 {start + len(some)} / {len(unknown)}")
    return vectors, shipped.spread


def _place(book: StatuteBook) -> Path:
    """Named by every byte of the book and by who reads it, so that an index is never taken for another's."""
    with book.path.open("rb") as file:
        read = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16))
    said = f"{FORMAT} {meaning.identity()} {read.hexdigest()}"
    return book.path.with_name(
        f"{book.path.stem}.index-{hashlib.blake2b(said.encode(), digest_size=6).hexdigest()}"
    )


def _keep(index: SearchIndex, place: Path) -> None:
    draft = Path(tempfile.mkdtemp(prefix=f"{place.name}.", dir=place.parent))
    try:
        for name, value in _flat(index).items():
            np.save(draft / f"{name}.npy", value)
        draft.chmod(0o755)
        os.replace(draft, place)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        if not place.is_dir():  # else another process was quicker
            raise
    for other in place.parent.glob(f"{place.name.rpartition('-')[0]}-*"):
        is_draft = other.name.count(".") > place.name.count(".")
        if other != place and (not is_draft or _is_left_over(other)):
            shutil.rmtree(other, ignore_errors=True)


def _is_left_over(draft: Path) -> bool:
    """Whether a draft is so old that who wrote it must have died."""
    return time.time() - draft.stat().st_mtime > 3600


_POSTED = ("words", "pairs")


def _flat(index: SearchIndex) -> dict[str, np.ndarray]:
    flat = {name: value for name, value in vars(index).items() if name not in _POSTED and value is not None}
    for name in _POSTED:
        posted: Postings = getattr(index, name)
        flat |= {
            f"{name}.{part}": getattr(posted, part) for part in ("starts", "documents", "weights", "idf")
        }
    return flat


def _read(place: Path) -> SearchIndex | None:
    """None where another process has just replaced it by that of a newer book."""
    try:
        found = {file.stem: np.load(file, mmap_mode="r") for file in place.glob("*.npy")}
        size = len(found["rows"])
        posted = {
            name: Postings(
                size, *(found.pop(f"{name}.{part}") for part in ("starts", "documents", "weights", "idf"))
            )
            for name in _POSTED
        }
    except (OSError, KeyError):
        return None
    return SearchIndex(**({"vectors": None, "spread": None} | found | posted))
