import json
import shutil

import pytest
from click.testing import CliRunner

from gongdao.site.cli.law import law


@pytest.fixture
def gongdao(book_path, monkeypatch):
    def run(*words, book=book_path):
        return CliRunner().invoke(law, ["--book", str(book), *map(str, words)])

    return run


def test_show_prints_the_article_its_dates_and_its_status(gongdao):
    result = gongdao("show", "民法典675", "--day", "2026-11-23")
    assert result.exit_code == 0
    assert "民法典第六百七十五条【现行有效】" in result.output
    assert "2021-01-01起施行" in result.output
    assert "借款人应当按照约定的期限返还借款" in result.output


def test_show_says_when_a_law_is_not_yet_in_force(gongdao):
    result = gongdao("show", "农业法第3条", "--day", "2026-11-23")
    assert "农业法第三条【现行有效】" in result.output
    assert "农业法第三条【尚未施行】" in result.output


def test_show_warns_of_an_amended_article(gongdao):
    assert "被《中华人民共和国刑法修正案（十二）》修改" in gongdao("show", "刑法165").output


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ("民法典9999", "没有第九千九百九十九条"),
        ("民法典1062条第九款", "没有第9款"),
        ("你好", "看不出是哪一条"),
        ("民法典", "书中有：民法典"),
    ],
)
def test_show_says_what_is_wrong(gongdao, citation, said):
    result = gongdao("show", citation)
    assert result.exit_code == 1
    assert said in result.output


def test_search_prints_hits_or_says_there_are_none(gongdao):
    assert "劳动法第五十条" in gongdao("search", "拖欠工资").output
    assert "没有查到" in gongdao("search", "！！！").output


def test_search_says_why_each_article_was_found(gongdao):
    assert "您说的“老板不给钱”，法律写作“" in gongdao("search", "老板不给钱").output


def test_many_questions_are_answered_line_by_line_and_bad_lines_are_named(gongdao, tmp_path):
    asked, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [json.dumps({"id": "a", "text": "老板拖欠工资"}), "{", json.dumps({"id": "b", "text": "！"})]
    asked.write_text("\n".join(lines), encoding="utf-8")
    result = gongdao("search", "--jsonl", asked, "--out", out, "--top", 3)
    assert result.exit_code == 1
    assert "第2行" in result.output
    first, second = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert (first["id"], second["id"], second["articles"]) == ("a", "b", [])
    assert len(first["articles"]) == 3
    assert all(
        a["law"].startswith("中华人民共和国劳动") and a["article"].startswith("第") for a in first["articles"]
    )
    scores = [a["score"] for a in first["articles"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("options", [[], ["工资", "--jsonl", "IN", "--out", "OUT"], ["--jsonl", "IN"]])
def test_search_wants_words_or_files_and_not_both(gongdao, tmp_path, options):
    (tmp_path / "in.jsonl").write_text("", encoding="utf-8")
    places = {"IN": tmp_path / "in.jsonl", "OUT": tmp_path / "out.jsonl"}
    result = gongdao("search", *(places.get(option, option) for option in options))
    assert result.exit_code == 2
    assert "成批的写 --jsonl 和 --out" in result.output


def test_index_says_what_was_made_ready(gongdao):
    assert "条条文" in gongdao("index").output


def test_verify_prints_each_failure_and_the_sum(gongdao, tmp_path):
    good = {"law": "中华人民共和国民法典", "article": "第六百七十五条", "paragraph": 1, "phrase": "返还借款"}
    file = tmp_path / "c.jsonl"
    file.write_text("\n".join(json.dumps(r) for r in (good, {**good, "paragraph": 5})), encoding="utf-8")
    result = gongdao("verify", file)
    assert result.exit_code == 1
    assert "第2行 民法典第六百七十五条第五款「返还借款」：第六百七十五条没有第5款，只有1款" in result.output
    assert "通过 1 / 2" in result.output
    file.write_text(json.dumps(good), encoding="utf-8")
    assert gongdao("verify", file).exit_code == 0


def test_import_adds_a_collection_and_tells_what_it_could_not_read(gongdao, tmp_path, book_path):
    place = shutil.copyfile(book_path, tmp_path / "b.db")
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "某办法(2020-01-01).md").write_text(
        "# 某市办法\n\n<!-- INFO END -->\n\n第一条 甲。", encoding="utf-8"
    )
    (folder / "坏.md").write_text("x", encoding="utf-8")
    result = gongdao("import", folder, book=place)
    assert result.exit_code == 0, result.output
    assert "导入1部，已有0部未变，1个文件没有读入。" in result.output
    assert "没有读入：坏.md" in result.output
    assert "某市办法第一条" in gongdao("show", "《某市办法》第一条", book=place).output


def test_drift_lists_changes_and_the_declarations_they_touch(gongdao, tmp_path, book_path, monkeypatch):
    from gongdao.law.names import CIVIL_CODE

    monkeypatch.setattr(
        "gongdao.site.cli.law._declared",
        lambda: [("借款/返还", CIVIL_CODE.article(675, 1, phrase="返还借款"))],
    )
    import sqlite3

    new = shutil.copyfile(book_path, tmp_path / "new.db")
    with sqlite3.connect(new) as connection:
        connection.execute("DELETE FROM articles WHERE number = '675' AND text LIKE '借款人%'")
    result = gongdao("drift", book_path, new)
    assert result.exit_code == 0, result.output
    assert "删除：民法典第六百七十五条" in result.output
    assert "变动条文 1 条，涉及程序引用 1 处。" in result.output
    assert "借款/返还" in result.output


def test_a_file_that_is_no_book_is_refused(gongdao, tmp_path):
    other = tmp_path / "other.db"
    other.write_text("hello")
    result = gongdao("show", "民法典675", book=other)
    assert result.exit_code == 1
    assert "不是法律书文件" in result.output
    assert gongdao("drift", other, other).exit_code == 1
    assert other.read_text() == "hello"


def test_build_writes_a_book_and_leaves_nothing_but_its_index_beside_it(gongdao, tmp_path):
    result = gongdao("build", book=tmp_path / "deep" / "b.db")
    assert result.exit_code == 0, result.output
    assert "法律书里现有378部文本" in result.output
    assert gongdao("show", "民法典675", book=tmp_path / "deep" / "b.db").exit_code == 0
    left = sorted(p.name.partition("-")[0] for p in (tmp_path / "deep").iterdir())
    assert left == ["b.db", "b.index"]
