"""Safe contact: what people told us to mind, in whatever procedure it was asked, and what it changes.

The facts ``safe_to_contact``, ``afraid`` and ``safety_note`` are the applicant's, ``respondent_afraid`` and
``respondent_safety_note`` the other side's. They are about this matter and end with it.
"""

from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.choices import Choice


class SafeContact(Choice):
    """May we call, and what may we say?"""

    YES = "yes", "可以，随时都行"
    ONLY_MESSAGE = "only_message", "只能发短信，不要打电话"
    MASKED = "masked", "可以打，但不要说是什么事"
    NO = "no", "不要联系，我自己来问"


# What to do and to say, where the applicant does not want just any call.
HOW_TO = {
    SafeContact.ONLY_MESSAGE: "不要打电话。短信里只请本人查进度，不写是什么事。",
    SafeContact.MASKED: "先问清是不是本人。别人接的，只说“您好，请让某某方便时回个电话”，不说调解、法院，也不说是什么事。",
    SafeContact.NO: "不打电话、不发短信、不上门，等本人来问。",
}


def wish_of(case: Case) -> SafeContact:
    """How the applicant wants to be reached."""
    return SafeContact(case.fact("safe_to_contact", SafeContact.YES.value))


def is_minded(case: Case) -> bool:
    """Whether there is anything to mind before calling, meeting or writing."""
    told = ("afraid", "respondent_afraid", "safety_note", "respondent_safety_note")
    return any(case.fact(name) for name in told) or wish_of(case) is not SafeContact.YES


def sides_in_fear(case: Case) -> frozenset[str]:
    """The sides whose address and telephone the other side must not learn from us."""
    fears = {"applicant": "afraid", "respondent": "respondent_afraid"}
    return frozenset(side for side, fact in fears.items() if case.fact(fact))
