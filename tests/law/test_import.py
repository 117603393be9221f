import shutil
from datetime import date

import numpy as np
import pytest

from gongdao.law.book import AMENDED, IN_FORCE, REPEALED, StatuteBook
from gongdao.law.building import import_markdown
from gongdao.law.search import open_index

OLD = """# 云州市邻里调解办法

2015年3月1日 云州市人民政府发布

<!-- INFO END -->

## 第一章 总 则

第一条 为了调解邻里纠纷，制定本办法。

第二条 调解不收费。

本办法自公布之日起施行。
"""
NEW = """# 云州市邻里调解办法

2015年3月1日 云州市人民政府发布

2024年5月6日 修订

<!-- INFO END -->

## 第一章 总 则

第一条 为了调解邻里纠纷，促进和睦，制定本办法。

## 第二章 程 序

第二条 有下列情形之一的，可以调解：

（一）噪声扰人的；

(二)漏水的。

前款以外的纠纷，也可以调解。

第二条之一 调解员应当记录。

第三条 本办法自2024年7月1日起施行。《云州市巷道纠纷规定》同时废止。
"""
REPEALED_RULES = """# 云州市巷道纠纷规定

<!-- INFO END -->

第一条 巷道纠纷由街道调解。
"""


@pytest.fixture
def collection(tmp_path):
    folder = tmp_path / "collection" / "地方规章"
    folder.mkdir(parents=True)
    (folder / "邻里调解办法(2015-03-01).md").write_text(OLD, encoding="utf-8")
    (folder / "邻里调解办法(2024-05-06).md").write_text(NEW, encoding="utf-8")
    (folder / "巷道纠纷规定.md").write_text(REPEALED_RULES, encoding="utf-8")
    (folder / "_index.md").write_text("---\nx: true\n---", encoding="utf-8")
    return tmp_path / "collection"


@pytest.fixture
def place(tmp_path, book_path):
    return shutil.copyfile(book_path, tmp_path / "book.db")


def content(path):
    book = StatuteBook(path)
    texts = "SELECT version, position, number, heading, text FROM articles ORDER BY version, position"
    return (
        book.rows("SELECT * FROM laws ORDER BY key"),
        book.rows("SELECT * FROM versions ORDER BY id"),
        book.rows(texts),
    )


def test_the_newest_version_is_used_and_the_older_is_history(place, collection):
    report = import_markdown(place, collection)
    assert (report.added, report.unchanged, report.unreadable) == (3, 0, ())
    book = StatuteBook(place)
    old, new = book.versions("云州市邻里调解办法")
    assert (old.published, new.published) == (date(2015, 3, 1), date(2024, 5, 6))
    assert new.in_force == date(2024, 7, 1)
    assert new.kind == "地方规章"
    assert "促进和睦" in book.article("云州市邻里调解办法", 1).text
    assert "促进和睦" not in book.article("云州市邻里调解办法", 1, on=date(2024, 6, 30)).text
    assert old.status_on(date(2024, 7, 1)) == AMENDED
    assert old.status_on(date(2024, 6, 30)) == IN_FORCE


def test_chapters_paragraphs_and_items_are_read(place, collection):
    import_markdown(place, collection)
    article = StatuteBook(place).article("云州市邻里调解办法", 2)
    assert article.heading == "第二章 程 序"
    assert [label for label, _ in article.paragraphs[0].items] == ["一", "二"]
    assert article.paragraph(2).text == "前款以外的纠纷，也可以调解。"
    assert StatuteBook(place).article("云州市邻里调解办法", "2-1").text == "调解员应当记录。"


def test_a_text_that_another_repeals_ends_with_it(place, collection):
    import_markdown(place, collection)
    (version,) = StatuteBook(place).versions("云州市巷道纠纷规定")
    assert version.published is None
    assert version.status_on(date(2024, 6, 30)) == IN_FORCE
    assert version.status_on(date(2024, 7, 1)) == REPEALED


def test_importing_twice_gives_the_same_book(place, collection):
    import_markdown(place, collection)
    once = content(place)
    report = import_markdown(place, collection)
    assert (report.added, report.unchanged) == (0, 3)
    assert content(place) == once


def test_a_changed_file_replaces_what_it_brought_before(place, collection):
    import_markdown(place, collection)
    file = collection / "地方规章" / "邻里调解办法(2024-05-06).md"
    file.write_text(NEW.replace("促进和睦", "增进友谊"), encoding="utf-8")
    assert import_markdown(place, collection).added == 1
    book = StatuteBook(place)
    assert len(book.versions("云州市邻里调解办法")) == 2
    assert "增进友谊" in book.article("云州市邻里调解办法", 1).text


def test_the_words_of_a_replaced_text_are_no_longer_found(place, collection):
    import_markdown(place, collection)
    file = collection / "地方规章" / "邻里调解办法(2024-05-06).md"
    file.write_text(NEW.replace("促进和睦", "增进友谊"), encoding="utf-8")
    import_markdown(place, collection)
    book = StatuteBook(place)
    index = open_index(book)
    term = index.word_ids(["和睦"])
    indexed = set(index.rows[index.words.held(term, np.ones(1)) > 0].tolist())
    written = {row for (row,) in book.rows("SELECT id FROM articles WHERE text LIKE '%和睦%'")}
    assert indexed == written


def test_the_national_laws_stay(place, collection):
    import_markdown(place, collection)
    assert StatuteBook(place).article("民法典", 675)


def test_files_that_cannot_be_read_are_reported_in_chinese_and_the_rest_is_imported(place, collection):
    (collection / "坏编码.md").write_bytes("# 某某规定\n第一条".encode("gb18030"))
    (collection / "无标题.md").write_text("第一条 没有标题。", encoding="utf-8")
    (collection / "空.md").write_text("", encoding="utf-8")
    (collection / "只有标题.md").write_text("# 某规定\n\n<!-- INFO END -->\n", encoding="utf-8")
    (collection / "副本(2015-03-01).md").write_text(OLD, encoding="utf-8")
    report = import_markdown(place, collection)
    assert report.added == 3
    whys = dict(report.unreadable)
    assert whys["坏编码.md"] == "不是 UTF-8 编码的文本"
    assert "第一行" in whys["无标题.md"]
    assert "第一行" in whys["空.md"]
    assert whys["只有标题.md"] == "没有正文"
    assert sum("同一部法同一日期" in why for why in whys.values()) == 1
    assert report.lines()[0] == "导入3部，已有0部未变，5个文件没有读入。"


def test_a_reply_without_articles_is_one_text(place, tmp_path):
    folder = tmp_path / "replies"
    folder.mkdir()
    text = "# 关于巷道的批复\n\n<!-- INFO END -->\n\n某区：\n\n经研究，答复如下。\n"
    (folder / "关于巷道的批复(2020-01-02).md").write_text(text, encoding="utf-8")
    import_markdown(place, folder)
    assert StatuteBook(place).article("关于巷道的批复", "全文").text == "某区：\n经研究，答复如下。"


def test_a_failed_import_leaves_the_book_as_it_was(place, collection, monkeypatch):
    before = place.read_bytes()
    monkeypatch.setattr("gongdao.law.building.settle", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        import_markdown(place, collection)
    assert place.read_bytes() == before
    assert [p.name for p in place.parent.glob("*.draft")] == []


def test_a_folder_that_is_not_there_is_said_plainly(place, tmp_path):
    with pytest.raises(NotADirectoryError, match="没有这个文件夹"):
        import_markdown(place, tmp_path / "nowhere")


@pytest.mark.reference
def test_the_whole_collection_is_imported(full_book):
    assert len(full_book.laws()) > 1300
    assert full_book.versions("信访工作条例")[-1].in_force == date(2022, 5, 1)
    assert full_book.versions("信访条例")[-1].status_on(date(2026, 1, 1)) == REPEALED
    assert full_book.versions("民诉解释")[-1].in_force == date(2022, 4, 10)
