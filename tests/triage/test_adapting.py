"""An office trains on top of the shipped weights: only what got better is written, only what was held against them is used."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gongdao.site.cli.corrections import corrections
from gongdao.triage.learned import shelf
from gongdao.triage.learned.adapting import FEWEST_ROWS, STRENGTHS, Trial, adapt_all
from gongdao.triage.learned.reading import read_learned
from gongdao.triage.learned.rows import is_for_testing, sentences
from gongdao.triage.learned.shelf import CHECKED, ENVIRONMENT, model_for, why_not

pytest.importorskip("sklearn")
# A place has its own words: 打伙 is said there of going into business together.
LOCAL = [f"{who}跟我打伙{what}{how}" for who in ("老表", "亲家", "战友", "同乡", "堂哥")
         for what in ("养蜂", "开店", "跑车", "种菇", "办场子") for how in ("扯皮了", "说散就散", "账算不拢")]  # fmt: skip
ROWS = [("kind", text, "partnership") for text in LOCAL] + [("field", text, "公司法") for text in LOCAL]


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> tuple[Path, list[Trial]]:
    folder = tmp_path_factory.mktemp("office") / "weights"
    return folder, adapt_all(ROWS, folder, with_meaning=False)


def test_what_was_learned_is_better_on_the_offices_rows_and_no_worse_on_the_rest(trained) -> None:
    folder, trials = trained
    kinds = next(trial for trial in trials if trial.name == "kinds.npz")
    assert kinds.is_better
    assert kinds.own_after > kinds.own_before
    assert kinds.kept_after >= kinds.kept_before - 0.01
    signed = json.loads((folder / CHECKED).read_text(encoding="utf-8"))
    assert {figure["name"] for figure in signed["figures"]} == {"fields.npz", "kinds.npz"}


def test_new_weights_are_used_only_where_the_office_says_so(trained, monkeypatch) -> None:
    folder, _ = trained
    said = "表弟跟我打伙养虾扯皮了"
    before = read_learned(said, {}, with_meaning=False).kinds["partnership"]
    monkeypatch.setenv(ENVIRONMENT, str(folder))
    assert read_learned(said, {}, with_meaning=False).kinds["partnership"] > 3 * before


def test_weights_that_were_altered_or_never_checked_are_left_aside(trained, monkeypatch, tmp_path) -> None:
    folder, _ = trained
    for name in ("kinds.npz", CHECKED):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    assert why_not(tmp_path, "kinds.npz") == ""
    (tmp_path / "kinds.npz").write_bytes(b"something else")
    assert "改动过" in why_not(tmp_path, "kinds.npz")
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    assert model_for("kinds", with_meaning=False) is shelf.shipped("kinds.npz")
    (tmp_path / CHECKED).unlink()
    assert "没有检验记录" in why_not(tmp_path, "kinds.npz")


def test_weights_grown_from_other_shipped_ones_are_left_aside(trained, tmp_path) -> None:
    folder, _ = trained
    signed = json.loads((folder / CHECKED).read_text(encoding="utf-8"))
    signed["files"]["kinds.npz"]["grown_from"] = "0" * 64
    (tmp_path / "kinds.npz").write_bytes((folder / "kinds.npz").read_bytes())
    (tmp_path / CHECKED).write_text(json.dumps(signed), encoding="utf-8")
    assert "更新过" in why_not(tmp_path, "kinds.npz")


def test_a_folder_that_is_not_there_changes_nothing(monkeypatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, "/nowhere/at/all")
    assert model_for("fields", with_meaning=False) is shelf.shipped("fields.npz")


@pytest.fixture
def train(tmp_path):
    def run(lines: str, *more: str):
        rows = tmp_path / "rows.jsonl"
        rows.write_text(lines, encoding="utf-8")
        args = ["train", "--rows", str(rows), "--out", str(tmp_path / "out"), "--words-alone", *more]
        return CliRunner().invoke(corrections, args)

    return run


def test_rows_that_would_make_it_worse_are_not_written(train, tmp_path) -> None:
    known = [row for row in sentences() if is_for_testing(row.text)][:120]
    wrong = [{"text": row.text, "kind": known[n - 40].kind} for n, row in enumerate(known)]
    result = train("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in wrong))
    assert result.exit_code == 1, result.output
    assert "没有变准，不写" in result.output
    assert f"试了 {len(STRENGTHS)} 种松紧、取最好的一种" in result.output, (
        "the figure printed is optimistic, and says so"
    )
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [CHECKED]


def test_too_few_rows_are_refused(train) -> None:
    result = train('{"text":"借钱不还","kind":"loan"}\n' * (FEWEST_ROWS - 1))
    assert result.exit_code == 1
    assert f"至少要有{FEWEST_ROWS}行" in result.output


@pytest.mark.parametrize("line", ["坏\n", '{"text":"借钱","kind":"没有"}\n', "[]\n"])
def test_a_row_that_cannot_be_read_is_named_and_nothing_is_learned(train, line) -> None:
    result = train('{"text":"借钱不还","kind":"loan"}\n' + line)
    assert result.exit_code == 1
    assert "第2行" in result.output


def test_a_folder_with_something_in_it_is_refused(train, tmp_path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "别人的文件").touch()
    result = train('{"text":"借钱不还","kind":"loan"}\n' * 60)
    assert result.exit_code == 1
    assert "换一个空的" in result.output
