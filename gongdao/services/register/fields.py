"""What a service is for, in words people look for; one list, each entry open to some kinds of practitioner only.

The first thirteen are the matters of legal aid, so that one entry serves the public page and an appointment alike.
"""

from gongdao.procedures.engine.choices import Choice


class PracticeKind(Choice):
    """What a body is."""

    LAW_FIRM = "law_firm", "律师事务所"
    LEGAL_SERVICE = "legal_service", "基层法律服务所"
    NOTARY_OFFICE = "notary_office", "公证机构"
    FORENSIC_BODY = "forensic_body", "司法鉴定机构"


class PractitionerKind(Choice):
    """What a person is. The last two give legal aid without practising in a body of this register."""

    LAWYER = "lawyer", "律师"
    LEGAL_WORKER = "legal_worker", "基层法律服务工作者"
    NOTARY = "notary", "公证员"
    FORENSIC_EXPERT = "forensic_expert", "司法鉴定人"
    VOLUNTEER = "volunteer", "法律援助志愿者"
    STAFF = "staff", "法律援助机构工作人员"


PRACTISES_IN: dict[PractitionerKind, PracticeKind] = {
    PractitionerKind.LAWYER: PracticeKind.LAW_FIRM,
    PractitionerKind.LEGAL_WORKER: PracticeKind.LEGAL_SERVICE,
    PractitionerKind.NOTARY: PracticeKind.NOTARY_OFFICE,
    PractitionerKind.FORENSIC_EXPERT: PracticeKind.FORENSIC_BODY,
}


class ServiceField(Choice):
    """What somebody can be asked for."""

    LABOUR = "labour", "劳动报酬、劳动关系"
    INJURY = "injury", "工伤、交通、医疗等人身损害"
    SUPPORT = "support", "赡养、抚养、扶养"
    PROTECTED = "protected", "家庭暴力受害人、见义勇为、英烈保护"
    SOCIAL = "social", "社会保险、社会救助"
    PENSION = "pension", "抚恤金"
    CAPACITY = "capacity", "民事行为能力认定"
    POLLUTION = "pollution", "环境污染、生态破坏"
    COMPENSATION = "compensation", "国家赔偿"
    DEFENCE = "defence", "刑事辩护"
    VICTIM = "victim", "刑事被害人代理"
    RETRIAL = "retrial", "再审、抗诉"
    BY_RULE = "by_rule", "其他法律援助事项"
    FAMILY = "family", "婚姻、继承"
    LAND = "land", "土地、房屋、相邻"
    DEBT = "debt", "借款、合同"
    COMPANY = "company", "公司、企业"
    ADMINISTRATIVE = "administrative", "行政复议、行政诉讼"
    NOTARY_WILL = "notary_will", "遗嘱、继承公证"
    NOTARY_MANDATE = "notary_mandate", "委托、声明公证"
    NOTARY_PROPERTY = "notary_property", "财产、合同公证"
    NOTARY_EVIDENCE = "notary_evidence", "证据保全公证"
    NOTARY_ABROAD = "notary_abroad", "涉外公证"
    FORENSIC_MEDICAL = "forensic_medical", "法医鉴定"
    FORENSIC_TRACE = "forensic_trace", "物证鉴定"
    FORENSIC_MEDIA = "forensic_media", "声像资料鉴定"
    FORENSIC_NATURE = "forensic_nature", "环境损害鉴定"


_NOTARIAL = frozenset(field for field in ServiceField if field.value.startswith("notary_"))
_FORENSIC = frozenset(field for field in ServiceField if field.value.startswith("forensic_"))
_OF = {
    PracticeKind.NOTARY_OFFICE: _NOTARIAL, PractitionerKind.NOTARY: _NOTARIAL,
    PracticeKind.FORENSIC_BODY: _FORENSIC, PractitionerKind.FORENSIC_EXPERT: _FORENSIC,
}  # fmt: skip


def fields_of(kind: PracticeKind | PractitionerKind) -> frozenset[ServiceField]:
    """What this kind of body or person can be asked for."""
    return _OF.get(kind, frozenset(ServiceField) - _NOTARIAL - _FORENSIC)
