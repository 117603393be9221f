"""The articles on which a mediation for a court rests."""

from gongdao.law.names import (
    CASE_FILING_RULES,
    CIVIL_PROCEDURE_INTERPRETATION,
    CIVIL_PROCEDURE_LAW,
    INVITED_MEDIATION_RULES,
    ONLINE_MEDIATION_RULES,
)
from gongdao.procedures.mediating import Grounds

INVITED, ONLINE, FILING = INVITED_MEDIATION_RULES, ONLINE_MEDIATION_RULES, CASE_FILING_RULES
CPL, INTERPRETATION = CIVIL_PROCEDURE_LAW, CIVIL_PROCEDURE_INTERPRETATION

DISPATCH = INVITED.article(11, 1, phrase="可以经当事人同意委派")
ENTRUST = INVITED.article(11, 1, phrase="可以委托给特邀调解组织")
IN_THREE_DAYS = ONLINE.article(12, 1, phrase="三个工作日内")
REASONS_TO_DECLINE = ONLINE.article(12, 1, phrase="可以写明理由后不予接受")
REFUSED = INVITED.article(26, 1, "二", phrase="明确表示不接受调解的")
STOPPED = ONLINE.article(25, 1, "四", phrase="明确表示不愿意继续调解")
BACK_AT_ONCE = ONLINE.article(15, 2, phrase="即时将相关材料退回人民法院")
REPORTED = INVITED.article(26, 2, phrase="书面报告，并移送相关材料")
CHOSEN = INVITED.article(12, 1, phrase="双方当事人应当在名册中协商确定")
DISCLOSED = INVITED.article(15, 2, phrase="应当自行回避")
TOLD = INVITED.article(14, 3, phrase="应当告知双方当事人权利义务")
HEARD = INVITED.article(17, 1, phrase="可以提出解决争议的方案建议")
CONFIDENTIAL = INVITED.article(2, 1, "五", phrase="调解过程和调解协议内容不公开")
SECRET = INTERPRETATION.article(146, 3, phrase="应当保守秘密")
NOT_AGAINST = INVITED.article(22, 1, phrase="不得在诉讼程序中作为对其不利的根据")
UNDISPUTED = ONLINE.article(22, 1, phrase="无争议事实应当以书面形式确认")
EXPERT = ONLINE.article(26, 1, phrase="鉴定评估期限不计入调解期限")
SHAM = INVITED.article(18, 1, phrase="应当中止调解")
SHAM_CHECKED = INVITED.article(18, 2, phrase="应当及时审查")
IN_WRITING = INVITED.article(23, 1, phrase="可以制作调解协议书")
BY_WORD = INVITED.article(23, 1, phrase="可以采取口头协议方式")
SIGNED = INVITED.article(24, 2, phrase="还应当加盖调解组织印章")
IN_EFFECT = INVITED.article(24, 3, phrase="自双方当事人签名、盖章或者捺印后生效")
TO_THE_FILE = INVITED.article(19, 1, phrase="并提交人民法院备案")
TO_BE_CONFIRMED = INVITED.article(19, 2, phrase="当事人可以依照民事诉讼法、人民调解法")
TO_BE_EXAMINED = INVITED.article(20, 1, phrase="由人民法院审查并制作调解书结案")
REGISTER = INVITED.article(21, 1, phrase="人民法院应当依法登记立案")
TO_TRIAL = INVITED.article(21, 2, phrase="转入审判程序审理")
COMPLAIN = FILING.article(13, 1, phrase="向受诉人民法院或者上级人民法院投诉")
FREE_WILL = CPL.article(99, 1, phrase="必须双方自愿，不得强迫")
MEDIATE_FIRST = CPL.article(125, 1, phrase="但当事人拒绝调解的除外")
ENFORCED = INVITED.article(25, 2, phrase="对方当事人可以向人民法院申请执行")

GROUNDS = Grounds(
    voluntary=FREE_WILL,
    prompt=INVITED.article(14, 2, phrase="及时通知双方当事人"),
    heard=HEARD,
    kept=ONLINE.article(22, 1, phrase="同步形成电子笔录"),
    agreed=INVITED.article(24, 1, "二", phrase="纠纷的主要事实、争议事项"),
    binding=ONLINE.article(19, 2, phrase="当事人应当按照调解协议约定内容主动履行"),
    unkept=INVITED.article(25, 1, phrase="可以向人民法院提起诉讼"),
    fair=INVITED.article(28, 2, phrase="可以向人民法院投诉"),
)
