"""What may be allowed, one enum: scope:resource grammar, alphabetical."""

from enum import StrEnum


class Permission(StrEnum):
    """A right that a role may carry. The label is what people read in docs/roles.md."""

    label: str

    def __new__(cls, value: str, label: str) -> "Permission":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    ACCOUNT_MANAGE = "account:manage", "管理机构、账号和岗位"
    AUDIT_READ_LOG = "audit:read_log", "查看谁看过哪些卷"
    AUDIT_VERIFY = "audit:verify", "核验记录是否被改动"
    MATTER_ACT = "matter:act", "办理事项"
    MATTER_ACT_FOR_PARTY = "matter:act_for_party", "代当事人登记其意思表示"
    MATTER_FILE = "matter:file", "登记新的事项"
    MATTER_READ = "matter:read", "查看事项"
    OFFICE_REPORT = "office:report", "查看机构总体情况"
    PAPER_READ = "paper:read", "打开文书"
    PARTY_REVEAL = "party:reveal", "查看当事人基本情况"
    REGISTER_MANAGE = "register:manage", "登记律师、公证、鉴定等服务机构和人员"
    RETURN_PUBLISH = "return:publish", "发布和更正统计报表"
    ROSTER_MANAGE = "roster:manage", "排律师值班表"
    STATISTICS_READ = "statistics:read", "查看统计和已发布的报表（小数目不显示）"
    TREND_ANSWER = "trend:answer", "答复和评判预警"
    TREND_ISSUE = "trend:issue", "印发研判报告"
    TREND_READ = "trend:read", "查看地区走势和预警"
