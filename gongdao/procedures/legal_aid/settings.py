"""Figures that no text at hand states: the province, the ministry's rules or the office itself sets them."""

from gongdao.procedures.engine.declaration import Setting
from gongdao.procedures.legal_aid.handling_facts import SubsidyKind

INCOME_LINE = Setting("income_line", "经济困难标准：人均月收入不高于几元（按省级规定填写）", dated=True)
ASSET_LINE = Setting("asset_line", "经济困难标准：家庭资产不高于几元（按省级规定填写）", dated=True)
SUPPLEMENT_DAYS = Setting("supplement_days", "补充材料给几日（按办案程序规定填写）")
PAPERS_AFTER_DAYS = Setting("papers_after_days", "先行援助后几日内补办手续（按办案程序规定填写）")
REAPPOINT_DAYS = Setting("reappoint_days", "更换时几日内另行指派（按办案程序规定填写）")
PROGRESS_DAYS = Setting("progress_days", "承办人至少几日通报一次进展（各地自定）")
REPORT_DAYS = Setting("report_days", "办结后几日内提交结案材料（按办案程序规定填写）")
FILE_CHECK_DAYS = Setting("file_check_days", "收到结案材料后几日内检查（按办案程序规定填写）")
PAY_DAYS = Setting("pay_days", "案卷合格后几日内支付补贴（按办案程序规定填写）")
OBJECTION_DAYS = Setting("objection_days", "不服决定的几日内提出异议（按办案程序规定填写）")

_SUBSIDY = {
    SubsidyKind.CIVIL: Setting("subsidy_civil", "补贴标准：民事、行政案件代理每件几元", dated=True),
    SubsidyKind.CRIMINAL: Setting("subsidy_criminal", "补贴标准：刑事辩护与代理每件几元", dated=True),
    SubsidyKind.OUT_OF_COURT: Setting(
        "subsidy_out_of_court", "补贴标准：非诉讼、仲裁代理每件几元", dated=True
    ),
    SubsidyKind.DRAFTING: Setting("subsidy_drafting", "补贴标准：代拟法律文书每件几元", dated=True),
}

SETTINGS = (
    INCOME_LINE, ASSET_LINE, SUPPLEMENT_DAYS, PAPERS_AFTER_DAYS, REAPPOINT_DAYS, PROGRESS_DAYS, REPORT_DAYS,
    FILE_CHECK_DAYS, PAY_DAYS, OBJECTION_DAYS, *_SUBSIDY.values(),
)  # fmt: skip


def subsidy_standard(kind: SubsidyKind) -> Setting:
    """The figure for one kind of service."""
    return _SUBSIDY[kind]
