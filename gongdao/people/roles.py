"""Roles as data: what each may do, how far it reaches, and in which capacities it takes steps."""

from dataclasses import dataclass
from enum import StrEnum

from gongdao.people.permissions import Permission
from gongdao.procedures.engine.declaration import Actor


class Reach(StrEnum):
    """How far a role reaches from the office of the post."""

    OWN = "own"  # matters assigned to the person
    OFFICE = "office"  # all matters of the office
    SUBTREE = "subtree"  # the office and every office below it
    NONE = "none"  # no matters


REACH_TITLES = {
    Reach.OWN: "本人承办的事项",
    Reach.OFFICE: "本机构的事项",
    Reach.SUBTREE: "本机构和下级机构的事项",
    Reach.NONE: "不接触事项",
}


@dataclass(frozen=True, slots=True)
class Role:
    """A role; ``code`` is stored in posts and never changes."""

    code: str
    title: str
    description: str
    reach: Reach
    permissions: frozenset[Permission]
    actors: frozenset[Actor] = frozenset()


_HANDLING = {
    Permission.MATTER_READ,
    Permission.MATTER_ACT,
    Permission.MATTER_ACT_FOR_PARTY,
    Permission.PARTY_REVEAL,
    Permission.PAPER_READ,
}
_COMMITTEE = {Actor.COMMITTEE, Actor.COURT}

ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        Role("mediator", "人民调解员", "办理分给自己的纠纷，也可以登记新来的纠纷。",
             Reach.OWN, frozenset(_HANDLING | {Permission.MATTER_FILE}), frozenset({Actor.MEDIATOR, Actor.COURT})),
        Role("committee_clerk", "调委会经办人", "登记、受理、送达、立卷，代来电来访的群众录入。",
             Reach.OFFICE, frozenset(_HANDLING | {Permission.MATTER_FILE}), frozenset(_COMMITTEE)),
        Role("committee_head", "调委会主任", "分派调解员，答复异议，决定移交，掌握本会总体情况。",
             Reach.OFFICE, frozenset(_HANDLING | {Permission.MATTER_FILE, Permission.OFFICE_REPORT,
                                                  Permission.STATISTICS_READ}),
             frozenset(_COMMITTEE | {Actor.HEAD})),
        Role("station_officer", "司法所工作人员", "指导辖区调委会，查看其办理情况和本地的预警。",
             Reach.SUBTREE, frozenset({Permission.MATTER_READ, Permission.OFFICE_REPORT, Permission.PAPER_READ,
                                       Permission.RETURN_PUBLISH, Permission.STATISTICS_READ, Permission.TREND_READ})),
        Role("bureau_chief", "司法局负责人", "掌握辖区总体情况和走势，答复预警，印发研判报告；能看到每个数字背后的事项，不直接办理。",
             Reach.SUBTREE, frozenset({Permission.MATTER_READ, Permission.OFFICE_REPORT, Permission.RETURN_PUBLISH,
                                       Permission.STATISTICS_READ, Permission.TREND_READ, Permission.TREND_ANSWER,
                                       Permission.TREND_ISSUE})),
        Role("aid_clerk", "法律援助经办人", "接收、审查法律援助申请，指派承办人，检查案卷，提出补贴。",
             Reach.OFFICE, frozenset(_HANDLING | {Permission.MATTER_FILE}), frozenset({Actor.COMMITTEE})),
        Role("aid_director", "法律援助中心主任", "决定是否援助，审批补贴，掌握本中心总体情况。",
             Reach.OFFICE, frozenset(_HANDLING | {Permission.MATTER_FILE, Permission.OFFICE_REPORT}),
             frozenset({Actor.COMMITTEE, Actor.HEAD})),
        Role("undertaker", "法律援助人员", "律师、基层法律服务工作者，只看、只办指派给自己的事；值班时登记羁押中的人提出的申请。",
             Reach.OWN, frozenset((_HANDLING - {Permission.MATTER_ACT_FOR_PARTY}) | {Permission.MATTER_FILE}),
             frozenset({Actor.UNDERTAKER})),
        Role("peer_reviewer", "法律援助案件评估人", "看请自己评估的案卷，写评估意见；评完就不再能看。",
             Reach.OWN, frozenset({Permission.MATTER_READ, Permission.MATTER_ACT, Permission.PAPER_READ}),
             frozenset({Actor.REVIEWER})),
        Role("objection_officer", "法律援助异议审查人", "审查对法律援助决定的异议；只看正在审查的案卷。",
             Reach.OFFICE, frozenset(_HANDLING - {Permission.MATTER_ACT_FOR_PARTY}), frozenset({Actor.COMMITTEE})),
        Role("authority_officer", "行政调解人员", "办理本机关的行政调解：登记、受理、调解、立卷；不答复对自己的异议。",
             Reach.OFFICE, frozenset(_HANDLING | {Permission.MATTER_FILE}), frozenset({Actor.MEDIATOR, *_COMMITTEE})),
        Role("service_officer", "公共法律服务经办人", "登记律师、公证、鉴定等服务机构和人员。",
             Reach.SUBTREE, frozenset({Permission.REGISTER_MANAGE})),
        Role("service_clerk", "公共法律服务中心经办人", "登记法律顾问合同和服务，核算费用；接咨询，登记来访，排律师值班。",
             Reach.OFFICE, frozenset(_HANDLING | {Permission.MATTER_FILE, Permission.ROSTER_MANAGE}), frozenset({Actor.COMMITTEE})),
        Role("service_head", "公共法律服务中心负责人", "批准法律顾问费用，掌握本中心总体情况。",
             Reach.OFFICE, frozenset(_HANDLING | {Permission.MATTER_FILE, Permission.OFFICE_REPORT,
                                                  Permission.STATISTICS_READ}),
             frozenset({Actor.COMMITTEE, Actor.HEAD})),
        Role("notary", "公证机构工作人员", "办理本公证机构的预约、受理、出具和复查。",
             Reach.OFFICE, frozenset(_HANDLING | {Permission.MATTER_FILE}), frozenset({Actor.COMMITTEE})),
        Role("counsel", "法律顾问", "记自己做的服务，答复分给自己的咨询；只看、只办自己的事。",
             Reach.OWN, frozenset(_HANDLING - {Permission.MATTER_ACT_FOR_PARTY}), frozenset({Actor.COUNSEL})),
        Role("auditor", "审计人员", "核验记录是否被改动，查看谁看过哪些卷；看不到当事人信息。",
             Reach.SUBTREE, frozenset({Permission.AUDIT_READ_LOG, Permission.AUDIT_VERIFY, Permission.STATISTICS_READ})),
        Role("administrator", "系统管理员", "管理机构、账号和岗位；不接触任何事项。",
             Reach.NONE, frozenset({Permission.ACCOUNT_MANAGE})),
    )
}  # fmt: skip


def render_roles() -> str:
    """docs/roles.md: who may do what, as a table."""
    roles = list(ROLES.values())
    lines = ["# 角色与权限", "", "由 `gongdao roles render` 生成，请勿手改。", ""]
    lines += ["| 角色 | 范围 | 说明 |", "|---|---|---|"]
    lines += [f"| {role.title} | {REACH_TITLES[role.reach]} | {role.description} |" for role in roles]
    lines += [
        "",
        "| 权限 | " + " | ".join(role.title for role in roles) + " |",
        "|---|" + "---|" * len(roles),
    ]
    for permission in Permission:
        marks = " | ".join("是" if permission in role.permissions else "" for role in roles)
        lines.append(f"| {permission.label} | {marks} |")
    return "\n".join(lines) + "\n"
