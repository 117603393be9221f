"""Learns all that the statute search ships, from the training questions and the statutes.

``python -m benchmarks.search.training BOOK EMBEDDED QUESTIONS``: BOOK a statute book with every import, EMBEDDED the
file that ``benchmarks.search.embedding`` wrote for it, QUESTIONS stard_train.jsonl. Prints cross-validated figures, then
writes gongdao/law/search/data from all questions.
"""

import sys
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from benchmarks.search.adapting import components
from benchmarks.search.learning import Material, describe, folds, learn_from
from benchmarks.search.planting import plant
from benchmarks.search.questions import meanings, meanings_of_answers, read_questions
from benchmarks.search.ranking import Described, fit, ordered
from benchmarks.search.scoring import table
from gongdao.law import meaning
from gongdao.law.book import StatuteBook
from gongdao.law.search import features, indexing, ranker
from gongdao.law.search.learned import Learned
from gongdao.law.search.translation import DATA
from gongdao.law.search.vectors import PackedVectors, key_of

PARTS, SEED = 5, 1


def material_from(book: StatuteBook, embedded: Path, questions: Path) -> tuple[Material, PackedVectors]:
    """Everything before learning. The index holds the vectors as they will be shipped."""
    index = indexing.make(book, print, with_meaning=False)
    texts = dict(book.rows("SELECT id, text FROM articles"))
    newest = {row[0] for row in book.rows("SELECT id FROM versions WHERE newest = 1")}
    allowed = np.array([str(id) in newest for id in index.version_ids])[index.versions]
    with np.load(embedded) as stored:
        raw = stored["V"][np.searchsorted(stored["ids"], index.rows)].astype(np.float32)
    asked = read_questions(questions, index, allowed)
    vectors = meanings(asked, index)
    maps = components(raw, vectors, meaning.identity())
    names = index.law_names[index.laws]
    keys = np.array(
        [key_of(str(law), texts[int(row)]) for law, row in zip(names, index.rows, strict=True)], np.uint64
    )
    packed = PackedVectors.made_of(keys, maps.of_articles(raw))
    index = replace(index, vectors=packed.find(keys)[0], spread=packed.spread)
    wanted = {d: texts[int(index.rows[d])] for q in asked for d in q.gold}
    answers = meanings_of_answers(asked, maps.centre_of_questions)
    return Material(index, allowed, asked, vectors, answers, wanted, maps), packed


def cross_validated(
    full: list[Described], bare: list[Described], asked: list[Described], names: list[str]
) -> dict[str, float]:
    """Figures of rankers that never saw the question: taught with the memory and without, asked with one of them."""
    part = folds(len(asked), PARTS, SEED + 1)
    rankings = []
    for number in range(PARTS):
        teaching = [one for some in (full, bare) for one, p in zip(some, part, strict=True) if p != number]
        model = fit(teaching, names, SEED)
        rankings += [
            (ordered(one, np.asarray(model.predict(one.features))), one.gold)
            for one, p in zip(asked, part, strict=True)
            if p == number
        ]
    return table(rankings)


def write(material: Material, packed: PackedVectors, learned: Learned) -> None:
    """The arrays that are shipped."""
    np.savez_compressed(DATA / "vectors.npz", keys=packed.keys, packed=packed.packed, spread=packed.spread)
    maps = vars(learned.maps) | {"passage": learned.maps.passage, "adapter": learned.maps.adapter}
    small = {k: v.astype(np.float16) if k in ("passage", "adapter") else v for k, v in maps.items()}
    np.savez_compressed(DATA / "maps.npz", **small)
    t = learned.translation
    np.savez_compressed(
        DATA / "translation.npz",
        said=t.said,
        starts=t.starts,
        written=t.written,
        likely=t.likely.astype(np.float16),
    )
    memory = vars(learned.memory)
    np.savez_compressed(
        DATA / "memory.npz",
        **memory | {name: memory[name].astype(np.float16) for name in ("vectors", "adapted")},
    )


def main() -> None:
    book, embedded, questions = StatuteBook(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    material, packed = material_from(book, embedded, questions)
    print(f"{len(material.questions)} questions, {material.index.size} articles", flush=True)
    part = folds(len(material.questions), PARTS, SEED)
    parts = [(np.flatnonzero(part == n), learn_from(material, part != n, SEED)) for n in range(PARTS)]
    print("learned in parts", flush=True)
    for with_meaning in (True, False):
        names = features.names(with_meaning)
        full, bare = (_described(material, parts, with_meaning, remembering) for remembering in (True, False))
        held = np.mean([one.relevant.sum() / len(one.gold) for one in full])
        print(
            f"meaning {with_meaning}: candidates hold {held:.3f}, {np.mean([len(o.documents) for o in full]):.0f} each"
        )
        print("  with memory   ", cross_validated(full, bare, full, names), flush=True)
        print("  memory blanked", cross_validated(full, bare, bare, names), flush=True)
        model = fit(full + bare, names, SEED)
        planted = plant(model)
        some = np.concatenate([one.features for one in full[:50]])
        assert np.allclose(planted.scores(some), model.predict(some)), "the planted forest scores otherwise"
        np.savez_compressed(DATA / ranker.file_name(with_meaning), **asdict(planted))
    write(material, packed, learn_from(material, np.ones(len(part), bool), SEED))


def _described(
    material: Material, parts: list[tuple[np.ndarray, Learned]], with_meaning: bool, from_memory: bool
) -> list[Described]:
    described: dict[int, Described] = {}
    for which, learned in parts:
        described |= zip(
            which.tolist(), describe(material, learned, which, with_meaning, from_memory), strict=True
        )
    return [described[i] for i in range(len(described))]


if __name__ == "__main__":
    main()
