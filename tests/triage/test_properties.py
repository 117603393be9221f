"""Whatever is typed: it never raises, and there is always an article and a road."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from gongdao.triage.questions import all_questions
from gongdao.triage.text import normalise
from gongdao.triage.understanding import understand
from tests.triage.golden import GOLDEN

TODAY = date(2026, 3, 16)
SAID = [said for said, _ in GOLDEN]
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
pieces = st.sampled_from(
    [*SAID, "去年五月", "三万块", "不想活了", "1", "年", "月", "万", "\u200b", " ", "\n"]
)
texts = st.one_of(st.text(max_size=300), st.lists(pieces, max_size=8).map("".join))
answers = st.dictionaries(
    st.sampled_from([*all_questions(), "nothing"]),
    st.sampled_from([option.code for question in all_questions().values() for option in question.options]),
    max_size=4,
)


@settings(deadline=None, max_examples=150)
@given(texts, answers)
def test_it_never_raises_and_always_gives_an_article_and_a_road(text, answers):
    found = understand(text, today=TODAY, answers=answers)
    assert found.articles
    assert found.roads
    assert found.why
    assert found.kind == found.kinds[0].kind
    assert all(0 <= guess.share <= 1 for guess in found.kinds)
    assert len(found.questions) <= 3
    assert all(found.text[m.start : m.end] == m.text for m in (*found.dates, *found.amounts))


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(SAID), st.data())
def test_blanks_between_characters_do_not_change_the_kind(said, data):
    gaps = data.draw(
        st.lists(st.sampled_from(["", " ", "　", "\u200b"]), min_size=len(said), max_size=len(said))
    )
    spaced = "".join(char + gap for char, gap in zip(said, gaps, strict=True))
    assert understand(spaced, today=TODAY).kind == understand(said, today=TODAY).kind


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SAID))
def test_full_width_forms_do_not_change_the_kind(said):
    assert understand(said.translate(FULL_WIDTH), today=TODAY).kind == understand(said, today=TODAY).kind


@given(st.text(max_size=200))
def test_reading_twice_reads_the_same(text):
    assert normalise(normalise(text)) == normalise(text)


def test_a_megabyte_is_read():
    for piece in ("一", "1", "年", "￼", "a", "😀", "\n", "ﷺ"):
        assert understand(piece * 1_000_000, today=TODAY).roads
