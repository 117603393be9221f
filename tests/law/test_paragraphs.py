from gongdao.law.paragraphs import split, without_headings


def test_items_belong_to_the_paragraph_before_them_and_words_after_them_start_the_next():
    first, second = split("有下列情形之一的：\n（一）甲；\n（二）乙。\n前款规定不适用于丙。")
    assert (first.number, first.text, first.items) == (
        1,
        "有下列情形之一的：",
        (("一", "甲；"), ("二", "乙。")),
    )
    assert (second.number, second.text, second.items) == (2, "前款规定不适用于丙。", ())


def test_half_width_brackets_make_items_too():
    assert split("放假：\n(一)新年；\n(十一)其他。")[0].item("十一") == "其他。"


def test_points_below_an_item_stay_with_it():
    (only,) = split("标准：\n（一）住房：\n1.一级；\n（2）二级；\n（二）其他。")
    assert only.item("一") == "住房：\n1.一级；\n（2）二级；"
    assert only.item("二") == "其他。"


def test_a_part_title_glued_to_an_article_is_dropped():
    assert (
        without_headings("期间的计算方法依照本法。\n第二编 物 权\n第一分编 通 则")
        == "期间的计算方法依照本法。"
    )


def test_a_sentence_that_begins_like_a_title_is_kept():
    text = "甲。\n第二章 的规定适用于本章。"
    assert without_headings(text) == text


def test_an_empty_article_has_no_paragraph():
    assert split("") == split(" \n\n") == ()
