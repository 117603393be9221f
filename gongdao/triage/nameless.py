"""A story without what tells who it is about: names, numbers, addresses, plates and accounts become general words.

More is taken out than must be; what is left is for people to read before it is used, because no rule knows every
name. Numbers that stand before 元, 万, 年 and the like are sums and times and stay.
"""

import logging
import re
from collections.abc import Iterable

PERSON, PLACE, BODY, NUMBER, DAY, FOREIGN = "某人", "某地", "某单位", "某号码", "某日", "某词"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_CALLED = r"师傅|老板|经理|主任|书记|村长|队长|组长|医生|大夫|老师|律师|法官|警官|局长|所长|科长|总|工|某某|某|姐|哥|叔|婶|姨|嫂|大爷|大妈|阿姨|先生|女士|小姐"
_OTHER_NAMES = (
    "买买提|古丽|艾力|吐尔逊|阿不都|次仁|多吉|扎西|卓玛|才让|央金|格桑|尼玛|达瓦|巴桑|巴特尔|其其格|乌兰"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_KNOWN_LATIN = re.compile(
    "app|vip|ktv|atm|pos|wifi|ok|qq|dna|ct|mri|icu|hr|pua|aa|ipo|suv|4s|gps|ppt|pdf|word|excel"
)
_HAN = "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_UNITS = "元块万千百亿年月日号天岁个斤亩平米公里%％分钟小时次倍套层楼期条"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), NUMBER),
    (re.compile(r"(?:https?://|www\.)[^\s，。；、]+", re.I), NUMBER),
    (re.compile(rf"[{_PROVINCES}][A-Za-z][·・\s-]?[A-Za-z0-9]{{5,6}}(?![A-Za-z0-9])"), NUMBER),
    # identity cards, accounts and telephones, with blanks or dashes between groups
    (re.compile(r"(?<![\d.])\d{3,}(?:[ \-]\d{3,}){1,5}[\dXx]?(?!\d)"), NUMBER),
    (re.compile(r"(?<!\d)(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}(?:日|号)?"), DAY),
    (re.compile(rf"(?<![\d.])\d{{5,}}[Xx]?(?![\d.]*[{_UNITS}])(?!\d)"), NUMBER),
    (re.compile(r"(?<![\d.])\d{9,}[Xx]?"), NUMBER),
    # 一九九〇年三月七日; 一三八〇〇〇〇一一一一, also with western digits among them
    (
        re.compile(
            rf"[一二][{_HAN}]{{3}}年[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}[日号])?"
        ),
        DAY,
    ),
    (re.compile(rf"(?<![{_HAN}])[{_HAN}](?:[\s—–-]{{0,2}}[{_HAN}]){{6,}}[\s—–-]{{0,2}}[XxＸ]?"), NUMBER),
    (
        re.compile(
            rf"(?<![\d{_HAN}])[1一幺壹][\s—–-]{{0,2}}[\d{_HAN}](?:[\s—–-]{{0,2}}[\d{_HAN}]){{9}}(?![\d.]*[{_UNITS}])"
        ),
        NUMBER,
    ),
    # A区12-3-401, 12-3-401, 幸福苑3-401
    (
        re.compile(
            rf"(?:[A-Za-z\d一二三四五六七八九十甲乙丙丁东南西北中]{{0,3}}[区座苑园期村里])?(?<!\d)\d{{1,3}}[-－—–]\d{{1,2}}[-－—–]\d{{2,4}}(?!\d)(?:号|室)?"
            rf"|[A-Za-z\d一二三四五六七八九十甲乙丙丁东南西北中]{{0,3}}[区座苑园期村里]\d{{1,3}}[-－—–]\d{{3,4}}(?!\d)(?![.\d]*[{_UNITS}])(?:号|室)?"
        ),
        PLACE,
    ),
    (re.compile(r"(?:微信|微信号|qq|抖音号?|快手号?)(?:号|是|：|:|\s)*[A-Za-z0-9_\-]{5,}", re.I), NUMBER),
    # 3栋2单元501室, 文化路98号, 三组12号
    (
        re.compile(
            r"[\d一二三四五六七八九十]{1,4}(?:栋|幢|号楼|座|单元|室|组|弄)(?:[\d一二三四五六七八九十]{1,5}(?:栋|幢|号楼|座|单元|室|楼|号|层)?)*"
        ),
        PLACE,
    ),
    (re.compile(r"[\u4e00-\u9fff]{1,4}(?:大道|大街|胡同|路|街|巷|弄)\d{1,5}号?(?:院|楼)?"), PLACE),
    (
        re.compile(
            r"(?<=叫做)[\u4e00-\u9fff·]{2,8}(?=[，,。；;、\s]|$)|(?<=名叫)[\u4e00-\u9fff·]{2,8}?(?=[，,。；;、\s的]|$)|(?<=[我他她你]叫)[\u4e00-\u9fff·]{2,8}(?=[，,。；;、\s]|$)"
        ),
        PERSON,
    ),
    (re.compile(r"[\u4e00-\u9fff]{2,10}(?:有限公司|股份公司|有限责任公司)"), BODY),
    (re.compile(rf"[{_SURNAMES}]某+"), PERSON),
    (re.compile(rf"[\u4e00-\u9fff]?(?:{_OTHER_NAMES})[江汗]?(?:{_OTHER_NAMES})?"), PERSON),
    (
        re.compile(
            r"[小阿][红芳丽娟军强明华伟燕敏静杰勇涛霞辉梅兰英秀玲龙飞刚](?=[跟和与把被打骂说欠的，,。]|$)"
        ),
        PERSON,
    ),
    (re.compile(r"[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,10}"), PERSON),
    (re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]?(?={_CALLED})"), PERSON),
    (re.compile(rf"[老小阿](?:[{_SURNAMES}])(?![\u4e00-\u9fff]?[板人子])"), PERSON),
)
_OF_PERSON = ("nr", "nrt", "nrfg")
_OF_PLACE = ("ns",)
_OF_BODY = ("nt",)
# the cutter takes these for names of people or places
_NO_NAMES = re.compile(
    "老公|老婆|老板|老太婆|小孩|小孩子|小三|小区|和解|明白|高空|高利贷|安全|时候|包工头|"
    "姑姑|姥姥|奶奶|爷爷|叔叔|阿姨|阿婆|公婆|婆婆|公公|太太|黄牛|洪水|严重|方便|平安|"
    "白条|金额|金钱|成年|温泉|祖宗|亲子|亲戚|毛坯|石头|江湖|水泥|公安|强制|华为|中国|"
    "国家|农村|全国|夫妻|于是|任何|那么|何时|何况|高中|高铁|高速|马上|马路|林地|"
    "田地|石料|路段|水电|高中同学|初中同学|大学同学|应该|应当|居然|宁可|尤其|祖父|小儿子|"
    "大儿子|小女儿|大女儿"
)


def without_names(text: str, known: Iterable[str] = ()) -> str:
    """The text with everything ``known`` (names, telephones, addresses on file) and all that looks personal replaced.
    Pure and total: any string gives a string."""
    for said in sorted({one.strip() for one in known if len(one.strip()) > 1}, key=len, reverse=True):
        text = text.replace(said, NUMBER if any(char.isdigit() for char in said) else PERSON)
    for pattern, word in _RULES:
        text = pattern.sub(word, text)
    return _squeezed("".join(_general(word, flag) for word, flag in _words(text)))


def _general(word: str, flag: str) -> str:
    if _NO_NAMES.fullmatch(word) or word in (PERSON, PLACE, BODY, NUMBER, DAY):
        return word
    if flag in _OF_PERSON and len(word) > 1:
        return PERSON
    if len(word) in (2, 3) and word[0] in _SURNAMES and flag in ("nr", "nrt", "nrfg", "nz"):
        return PERSON
    if flag in _OF_PLACE and len(word) > 1:
        return PLACE
    if flag in _OF_BODY:
        return BODY
    letters = [char for char in word if char.isalpha() and not "\u4e00" <= char <= "\u9fff"]
    if len(letters) > 1 and not _KNOWN_LATIN.fullmatch(word.lower()):
        return FOREIGN
    return word


def _squeezed(text: str) -> str:
    """The same general word said several times in a row once."""
    for word in (PERSON, PLACE, BODY, NUMBER, FOREIGN):
        text = re.sub(rf"(?:{word}[\s·]*){{2,}}", word, text)
    return text


def _words(text: str) -> list[tuple[str, str]]:
    import jieba  # half a second, for those who need it
    from jieba import posseg

    jieba.setLogLevel(logging.WARNING)
    found: list[tuple[str, str]] = []
    for part in re.split(f"({PERSON}|{PLACE}|{BODY}|{NUMBER}|{DAY})", text):
        if part in (PERSON, PLACE, BODY, NUMBER, DAY):
            found.append((part, "x"))
        else:
            found += [(pair.word, pair.flag) for pair in posseg.cut(part)]
    return found
