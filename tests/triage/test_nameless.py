"""A story without what tells who it is about. All names and numbers are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdao.triage.nameless import without_names


@pytest.mark.parametrize(
    ("said", "secret"),
    [
        ("我叫王建国，老板欠我两万块", "王建国"), ("老板张伟拖欠工资", "张伟"), ("欧阳娜娜的狗咬了我", "欧阳"),
        ("我叫阿依古丽，在厂里做工", "阿依古丽"), ("扎西次仁打了我", "扎西"), ("买买提江欠我钱", "买买提"),
        ("巴特尔·孟和看见了", "孟和"), ("他名叫次仁多吉的儿子撞了我", "次仁多吉"), ("My房东John Brown不退押金", "John"),
        ("老板金某某欠我工资", "金某"), ("王师傅把墙砌歪了", "王"), ("邻居老李天天吵", "老李"), ("小红跟他跑了", "小红"),
        ("电话13800001111", "13800001111"), ("打138-0000-1111找我", "0000"), ("座机0371-66668888", "66668888"),
        ("身份证110101199003072316", "110101"), ("身份证11010119900307231X被人用了", "19900307"),
        ("卡号6222 0200 1234 5678 901", "0200"), ("转到622202001234567890", "622202"), ("车牌川A12345撞了我", "A12345"),
        ("微信号abc_12345骗我", "abc"), ("邮箱a.b@c.com", "@"), ("见https://example.org/x?id=1", "example"),
        ("1990年3月7日生", "3月7日"), ("住幸福小区3栋2单元501室", "501"), ("在文化路98号摔的", "98号"),
        ("电话一三八零零零零一一一一", "零零一一"), ("打幺三八〇〇〇〇 一一一一找我", "一一一"),
        ("电话一38零零0011一1", "0011"), ("身份证一一〇一〇一一九九〇〇三〇七二三一X", "二三一"),
        ("座机六六六六八八八八", "八八八"), ("一九九〇年三月七日生", "三月七日"),
        ("住A区12-3-401", "12"), ("住A区12-3-401", "A区"), ("我家12-3-401漏水", "401"), ("住幸福苑3-401，楼上漏水", "401"),
        ("在二期15—2—1203", "1203"), ("河南省郑州市的厂子", "郑州"), ("示例贸易有限公司不给钱", "示例贸易"),
    ],
)  # fmt: skip
def test_what_tells_who_somebody_is_is_gone(said: str, secret: str) -> None:
    assert secret not in without_names(said)


@pytest.mark.parametrize(
    "said",
    [
        "我老公天天打麻将不着家", "公司拖欠我三个月工资共12345.67元", "2024年5月借的三万块", "邻居砌墙砌到我家院子里来了",
        "干了五年没交社保，包工头跑了", "孩子在学校被同学推倒胳膊断了", "车被追尾了，保险公司不赔", "儿子和儿媳不给生活费",
        "物业要涨价到每平米3块5", "欠了120000元货款一直不结", "高空抛物砸了我的车", "二〇二四年借的三万五千块", "去了三五十次都不给", "欠3000一直不还",
        "小区停了3-5个月的电", "一百二十三万四千五百六十七元货款", "法院判了他还不执行",
    ],
)  # fmt: skip
def test_what_tells_what_happened_stays(said: str) -> None:
    assert without_names(said) == said


def test_what_stands_on_file_is_gone_however_common_the_word() -> None:
    said = without_names("阳光说他住在河边，找阳光去", known=["阳光", "河边", ""])
    assert "阳光" not in said
    assert "河边" not in said


@given(st.text(max_size=200))
def test_any_text_gives_a_text(text: str) -> None:
    assert isinstance(without_names(text), str)


@given(st.integers(min_value=10**10, max_value=10**17))
def test_no_long_number_is_left(number: int) -> None:
    assert str(number) not in without_names(f"号{number}的人")
