"""Where a legal aid matter can stand."""

from gongdao.procedures.engine.declaration import State

STATES = (
    State(code="new", title="填写中", meaning="申请还没有提交。"),
    State(code="forwarding", title="等待转交", meaning="羁押中的人已经提出申请，二十四小时内要转交到法律援助机构。"),
    State(code="under_review", title="审查中", meaning="法律援助机构已经收到申请，七日内决定。"),
    State(code="supplement", title="等待补充材料", meaning="已经一次告知要补什么，补好了接着审查。"),
    State(code="aiding_first", title="先行援助中", meaning="情况紧急，先提供援助，手续随后补办。"),
    State(code="to_appoint", title="等待指派", meaning="已经决定援助，或者收到办案机关通知，三日内指派法律援助人员。"),
    State(code="assigned", title="已指派", meaning="法律援助人员已经确定，正在与受援人联系。"),
    State(code="handling", title="办理中", meaning="法律援助人员正在办理，不收受援人任何财物。"),
    State(code="reported", title="已报结", meaning="事情办完了，法律援助机构正在检查案卷。"),
    State(code="checked", title="案卷合格", meaning="案卷检查合格，等待核定补贴。"),
    State(code="subsidy_proposed", title="补贴待批", meaning="补贴已经有人提出，等另一个人审批。"),
    State(code="subsidy_approved", title="补贴待付", meaning="补贴已经批准，等待支付。"),
    State(code="paid", title="补贴已付", meaning="补贴已经支付给法律援助人员。"),
    State(code="refused", title="不予援助", meaning="决定不给予法律援助，理由已书面告知，可以提出异议。"),
    State(code="terminated", title="已终止", meaning="决定终止法律援助，理由已书面告知，可以提出异议。"),
    State(code="to_correct", title="责令改正", meaning="司法行政部门责令改正原来的决定，法律援助机构要重新办理。"),
    State(code="withdrawn", title="已撤回", meaning="申请已经撤回或者依法视为撤回，以后还可以再申请。"),
    State(code="archived", title="已归档", meaning="卷宗已经整理归档。", final=True),
)  # fmt: skip

EXAMINING = ("under_review", "supplement", "aiding_first")
LOOKING = (*EXAMINING, "to_correct")
WITH_UNDERTAKER = ("assigned", "handling")
AIDED = ("aiding_first", "to_appoint", *WITH_UNDERTAKER)
AFTER_REPORT = ("reported", "checked", "subsidy_proposed", "subsidy_approved", "paid")
DECIDED_AGAINST = ("refused", "terminated")
OVER = (*DECIDED_AGAINST, "withdrawn", "paid")
OPEN = ("forwarding", "under_review", "supplement", *AIDED, "to_correct")
NOT_ARCHIVED = (*OPEN, *AFTER_REPORT, *DECIDED_AGAINST, "withdrawn")
