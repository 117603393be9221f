import threading
from datetime import date

import pytest

from gongdao.law.book import (
    AMENDED,
    IN_FORCE,
    NOT_YET,
    REPEALED,
    NotABook,
    StatuteBook,
    default_book_path,
    ensure_book,
    is_outdated,
)
from gongdao.law.calendar import COUNTING_CITATIONS as CALENDAR_CITATIONS
from gongdao.law.counting import COUNTING_CITATIONS
from gongdao.law.electronic import ELECTRONIC_CITATIONS
from gongdao.law.names import CIVIL_CODE, NATIONAL_LAWS
from gongdao.law.verifying import verify_all

TODAY = date(2026, 11, 23)


def test_all_national_laws_that_declarations_name_stand_in_the_book(book):
    assert [law.name for law in NATIONAL_LAWS if book.law_with_full_name(law.name) != law] == []


@pytest.mark.parametrize(
    "name", ["中华人民共和国民事诉讼法", "民事诉讼法", "《民事诉讼法》", "民诉法", " 民事诉讼法 "]
)
def test_a_law_is_found_by_every_name_people_use(book, name):
    assert book.law(name).short == "民事诉讼法"


def test_a_law_that_is_not_there_is_none(book):
    assert book.law("婚姻登记法") is None
    assert book.law("") is None
    assert book.versions("婚姻登记法") == book.articles("婚姻登记法") == []
    assert book.version_on("婚姻登记法", TODAY) is None
    assert book.article("婚姻登记法", 1) is None


def test_searching_laws_by_name_puts_the_exact_one_first(book):
    assert book.laws("刑法")[0].short == "刑法"
    assert len(book.laws()) > 300
    assert book.laws("没有的法") == []


def test_an_article_has_paragraphs_and_items(book):
    article = book.article("民法典", 1062)
    assert article.title == "第一千零六十二条"
    assert len(article.paragraphs) == 2
    assert article.paragraphs[0].items[0] == ("一", "工资、奖金、劳务报酬；")
    assert [label for label, _ in article.paragraphs[0].items] == ["一", "二", "三", "四", "五"]
    assert article.paragraph(2).text == "夫妻对共同财产，有平等的处理权。"
    assert article.paragraph(0) is article.paragraph(3) is None


def test_an_inserted_article_is_found(book):
    assert "驾驶机动车" in book.article("刑法", "133-1").text
    assert book.article("刑法", "133-9") is None


def test_the_text_of_a_citation_is_its_article_paragraph_or_item(book):
    assert book.text_of(CIVIL_CODE.article(1062)).count("\n") == 6
    assert book.text_of(CIVIL_CODE.article(1062, 2)) == "夫妻对共同财产，有平等的处理权。"
    assert book.text_of(CIVIL_CODE.article(1062, 1, "一")) == "工资、奖金、劳务报酬；"
    assert book.text_of(CIVIL_CODE.article(1062, 9)) is None
    assert book.text_of(CIVIL_CODE.article(1062, 1, "十")) is None
    assert book.text_of(CIVIL_CODE.article(9999)) is None


def test_part_titles_do_not_stand_in_articles(book):
    assert len(book.article("民法典", 204).paragraphs) == 1
    assert "第二编" not in book.article("刑法", 101).text


def test_a_law_not_yet_in_force_says_so_until_its_day(book):
    old, new = book.versions("农业法")
    assert new.status_on(TODAY) == NOT_YET
    assert new.status_on(date(2026, 12, 31)) == NOT_YET
    assert new.status_on(date(2027, 1, 1)) == IN_FORCE
    assert old.status_on(TODAY) == IN_FORCE
    assert old.status_on(date(2027, 1, 1)) == AMENDED
    assert book.version_on("农业法", TODAY) == old
    assert book.version_on("农业法", date(2027, 1, 1)) == new


@pytest.mark.parametrize("name", ["医疗保障法", "耕地保护和质量提升法", "商标法"])
def test_laws_of_2027_are_not_in_force_in_2026(book, name):
    newest = book.versions(name)[-1]
    assert newest.status_on(TODAY) == NOT_YET
    article = book.article(name, 1)
    assert article.status_on(TODAY) == NOT_YET


def test_a_law_without_a_version_in_force_has_no_article_on_that_day(book):
    assert book.article("医疗保障法", 1, on=TODAY) is None
    assert book.articles("医疗保障法", on=TODAY) == []
    assert book.version_on("民法典", date(2020, 12, 31)) is None


def test_the_prison_law_changes_on_its_day(book):
    before, after = date(2026, 10, 31), date(2026, 11, 1)
    assert len(book.articles("监狱法", on=before)) == 78
    assert len(book.articles("监狱法", on=after)) == 121
    assert book.article("监狱法", 1, on=before).version != book.article("监狱法", 1, on=after).version


def test_an_amended_law_starts_on_the_day_its_decision_says(book):
    assert book.versions("网络安全法")[-1].in_force == date(2026, 1, 1)
    assert book.versions("村民委员会组织法")[-1].in_force == date(2026, 1, 1)
    assert book.versions("食品安全法")[-1].in_force == date(2025, 12, 1)


def test_a_first_day_that_is_the_day_of_adoption_is_doubted_aloud(book):
    version = book.versions("民事诉讼法")[-1]
    assert version.in_force == version.published == date(2023, 9, 1)
    assert "请核对本次修改从哪天起施行" in version.note
    assert "请核对" not in book.versions("民法典")[-1].note


def test_an_amended_law_without_a_decision_says_that_its_first_day_is_the_day_of_adoption(book):
    version = book.versions("产品质量法")[-1]
    assert version.in_force == version.published == date(2018, 12, 29)
    assert "按通过日期计算" in version.note


def test_repealed_laws_end_on_the_first_day_of_the_code_that_repeals_them(book):
    version = book.versions("环境保护法")[-1]
    assert version.status_on(date(2026, 8, 14)) == IN_FORCE
    assert version.status_on(date(2026, 8, 15)) == REPEALED
    assert "生态环境法典" in version.note


def test_a_repeal_without_a_ground_is_kept_with_a_warning(book):
    version = book.versions("乡镇企业法")[-1]
    assert version.status_on(TODAY) == REPEALED
    assert "没有废止它的文本" in version.note


def test_the_odd_label_of_the_rural_land_law_is_not_believed_and_the_note_says_so(book):
    version = book.versions("农村土地承包法")[-1]
    assert version.status_on(TODAY) == IN_FORCE
    assert "已废止" in version.note


def test_only_the_articles_that_a_later_amendment_touches_are_amended(book):
    assert book.article("刑法", 165).status_on(TODAY) == AMENDED
    assert book.article("刑法", 165).status_on(date(2024, 2, 29)) == IN_FORCE
    assert book.article("刑法", 133).status_on(TODAY) == IN_FORCE
    touched = [a.number for a in book.articles("刑法") if a.amended]
    assert touched == ["165", "166", "169", "387", "390", "391", "393"]


def test_every_citation_of_the_counting_rules_stands_in_the_installed_laws(book):
    citations = [
        c
        for c in (*CALENDAR_CITATIONS, *COUNTING_CITATIONS, *ELECTRONIC_CITATIONS)
        if book.law_with_full_name(c.law.name)
    ]
    assert len(citations) >= 16
    assert [v for v in verify_all(citations, book) if not v.stands] == []


@pytest.mark.reference
def test_every_citation_of_the_counting_rules_stands_after_an_import(full_book):
    verdicts = verify_all((*CALENDAR_CITATIONS, *COUNTING_CITATIONS, *ELECTRONIC_CITATIONS), full_book)
    assert [v for v in verdicts if not v.stands] == []


def test_the_book_serves_many_threads(book_path):
    book = StatuteBook(book_path)
    seen = []

    def read():
        seen.append({book.article("民法典", n).text for n in range(1, 60)})

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8
    assert all(one == seen[0] for one in seen)


def test_the_book_is_opened_for_reading_only(book):
    import sqlite3

    with pytest.raises(sqlite3.OperationalError):
        book.rows("DELETE FROM articles")


def test_a_missing_book_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="gongdao law build"):
        StatuteBook(tmp_path / "none.db")


def test_another_file_is_refused_and_never_written_over(tmp_path):
    other = tmp_path / "letter.txt"
    other.write_text("不是法律书" * 1000)
    with pytest.raises(NotABook):
        ensure_book(other)
    assert other.read_text() == "不是法律书" * 1000


def test_an_existing_book_is_opened_without_building(book_path):
    said = []
    book = ensure_book(book_path, said.append)
    assert said == []
    assert not is_outdated(book)


def test_the_book_lies_where_the_setting_says(monkeypatch, tmp_path):
    monkeypatch.setenv("GONGDAO_STATUTES", str(tmp_path / "b.db"))
    assert default_book_path() == tmp_path / "b.db"
    monkeypatch.delenv("GONGDAO_STATUTES")
    monkeypatch.setenv("GONGDAO_VAR", "data")
    assert default_book_path().as_posix() == "data/statutes.sqlite3"
    monkeypatch.delenv("GONGDAO_VAR")
    assert default_book_path().as_posix() == "var/statutes.sqlite3"


@pytest.mark.parametrize("bad", ["", "'; DROP TABLE laws", "第一条", "\0", "一" * 5000, "%"])
def test_bad_names_and_numbers_find_nothing(book, bad):
    assert book.article(bad, bad) is None
    assert book.article("民法典", bad) is None
