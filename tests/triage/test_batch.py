"""gongdao triage --jsonl IN --out OUT: every line that can be read is answered, every other one is named."""

import json

import pytest
from click.testing import CliRunner

from gongdao.site.cli import batches
from gongdao.site.cli.triage import triage

WAGES = '{"id":"a","text":"老板拖欠工资"}\n'


@pytest.fixture
def run(tmp_path, monkeypatch, book_path):
    """Answer a batch given as text or bytes: the command's result and the rows written."""
    monkeypatch.setenv("GONGDAO_STATUTES", str(book_path))

    def batch(given, *options):
        asked, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
        asked.write_bytes(given if isinstance(given, bytes) else given.encode())
        result = CliRunner().invoke(
            triage, ["--jsonl", str(asked), "--out", str(out), "--words-alone", *options]
        )
        lines = out.read_text(encoding="utf-8").splitlines() if out.exists() else []
        return result, [json.loads(line) for line in lines]

    return batch


def test_a_line_is_answered_with_field_kind_roads_alerts_and_articles(run):
    result, (row,) = run('{"id":"a","text":"我们三十个民工在工地干活，工资没给"}\n')
    assert result.exit_code == 0
    assert {"id", "field", "field_top3", "kind", "roads", "alerts", "articles"} <= set(row)
    assert (row["id"], row["line"], row["field"]) == ("a", 1, "劳动纠纷")
    assert len(row["field_top3"]) == 3
    assert row["field_top3"][0] == row["field"]
    assert "R-07b" in {road["row"] for road in row["roads"]}
    assert {"F-08", "F-13"} <= {alert["code"] for alert in row["alerts"]}


def test_articles_carry_the_laws_full_name_and_fall_in_score(run):
    _, (row,) = run(WAGES)
    assert ("中华人民共和国劳动法", "第五十条") in {(a["law"], a["article"]) for a in row["articles"][:3]}
    scores = [article["score"] for article in row["articles"]]
    assert scores == sorted(scores, reverse=True)
    assert all(article["article"].startswith("第") for article in row["articles"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("坏", "不是完整的 JSON"),
        ('{"id":1,"text":"没写完', "不是完整的 JSON"),
        ("[" * 100_000, "不是完整的 JSON"),
        ("5", "不能只是一个值"),
        ('{"id":1}', "没有 text"),
        ('{"id":1,"text":5}', "没有 text"),
        ('{"id":1,"text":null}', "没有 text"),
        ('{"id":[1],"text":"借钱不还"}', "id 要是文字或整数"),
        ('{"id":true,"text":"借钱不还"}', "id 要是文字或整数"),
    ],
)
def test_a_bad_line_is_named_in_plain_chinese_and_the_others_are_answered(run, line, said):
    result, rows = run(f"{WAGES}{line}\n\n{WAGES.replace('a', 'b', 1)}")
    assert result.exit_code == 1
    assert "第2行跳过" in result.output
    assert said in result.output
    assert "写好 2 行，跳过 1 行" in result.output
    assert [row["line"] for row in rows] == [1, 4]


def test_a_repeated_id_is_named_and_both_lines_are_answered(run):
    result, rows = run(WAGES * 2)
    assert result.exit_code == 0
    assert "第2行的 id 和第1行相同" in result.output
    assert [(row["id"], row["line"]) for row in rows] == [("a", 1), ("a", 2)]


def test_a_line_without_an_id_is_answered_by_its_number(run):
    result, (row,) = run('{"text":"借钱不还"}\n')
    assert "第1行没有 id" in result.output
    assert (row["id"], row["line"]) == (None, 1)


def test_an_empty_text_is_named_and_gets_the_free_hotline(run):
    result, (row,) = run('{"id":2,"text":"  "}\n')
    assert "第1行的 text 是空的" in result.output
    assert row["kind"] == "unclear"
    assert "12348" in {road["phone"] for road in row["roads"]}


def test_a_huge_text_is_read_from_its_beginning_and_named(run):
    result, (row,) = run(json.dumps({"id": 1, "text": "老板拖欠工资" + "啊" * 500_000}, ensure_ascii=False))
    assert "第1行的 text 太长" in result.output
    assert row["cut"]
    assert row["field"] == "劳动纠纷"


@pytest.mark.parametrize("end", ["\n" + WAGES, "\n", ""])
def test_a_line_longer_than_any_story_is_passed_over_without_losing_the_next(run, monkeypatch, end):
    monkeypatch.setattr(batches, "LONGEST_LINE", 1000)
    result, rows = run(WAGES + '{"id":1,"text":"' + "长" * 3000 + '"}' + end)
    assert "第2行跳过：太长" in result.output
    assert [row["line"] for row in rows] == ([1, 3] if end.strip() else [1])


def test_what_excel_writes_in_china_is_read(run):
    _, (row,) = run(WAGES.encode("gb18030"))
    assert row["kind"] == "wages"


def test_a_byte_order_mark_and_windows_line_ends_are_read(run):
    result, rows = run(b"\xef\xbb\xbf" + WAGES.replace("\n", "\r\n").encode())
    assert result.exit_code == 0
    assert [row["id"] for row in rows] == ["a"]


def test_half_a_character_in_an_id_is_given_back_as_it_came(run):
    _, (row,) = run('{"id":"\\ud800","text":"借钱不还"}\n')
    assert row["id"] == "\ud800"


def test_an_empty_file_gives_an_empty_file(run):
    result, rows = run("")
    assert result.exit_code == 0
    assert rows == []


def test_the_same_file_in_and_out_is_refused_and_nothing_is_lost(tmp_path):
    asked = tmp_path / "in.jsonl"
    asked.write_text(WAGES, encoding="utf-8")
    result = CliRunner().invoke(triage, ["--jsonl", str(asked), "--out", str(asked)])
    assert result.exit_code != 0
    assert "同一个文件" in result.output
    assert asked.read_text(encoding="utf-8") == WAGES


def test_a_folder_that_is_not_there_is_named(tmp_path):
    asked = tmp_path / "in.jsonl"
    asked.write_text(WAGES, encoding="utf-8")
    result = CliRunner().invoke(
        triage, ["--jsonl", str(asked), "--out", str(tmp_path / "no" / "out.jsonl"), "--words-alone"]
    )
    assert result.exit_code == 1
    assert "文件读写不了" in result.output


def test_broken_off_what_was_done_is_kept_and_an_older_result_stays(tmp_path):
    asked, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    asked.write_text(WAGES * 2, encoding="utf-8")
    out.write_text("以前的结果", encoding="utf-8")

    def answer(text, seen=[]):  # noqa: B006 - counts its calls
        seen.append(text)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return {"field": "劳动纠纷"}

    with pytest.raises(batches.click.ClickException, match="已写好的 1 行"):
        batches.answer_all(asked, out, answer, lambda _: None)
    assert out.read_text(encoding="utf-8") == "以前的结果"
    assert json.loads((tmp_path / "out.jsonl.part").read_text(encoding="utf-8"))["id"] == "a"


def test_a_batch_needs_both_files(tmp_path):
    result = CliRunner().invoke(triage, ["--out", str(tmp_path / "out.jsonl")])
    assert result.exit_code != 0
    assert "--jsonl" in result.output
