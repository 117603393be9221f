"""How a matter came, as the national return counts it: asked for, taken up, or referred, and by whom.

The register of a referral holds the body's name in words; only which of five kinds of body it is enters the lake.
"""

from collections.abc import Mapping
from typing import Any

SOURCES: Mapping[str, str] = {
    "application": "依申请",
    "own": "主动调解",
    "court": "法院",
    "procuratorate": "检察院",
    "police": "公安机关",
    "petition": "信访部门",
    "other_body": "其他部门",
}
REFERRED = ("court", "procuratorate", "police", "petition", "other_body")
_WORDS = (
    ("court", ("法院", "法庭")),
    ("procuratorate", ("检察",)),
    ("police", ("公安", "派出所", "交警", "警察")),
    ("petition", ("信访",)),
)
_BY_STEP = {"apply": "application", "start_own": "own"}


def source_of(step: str, facts: Mapping[str, Any]) -> str | None:
    """The source that the opening step shows; None for a step that does not open a mediation."""
    if step == "refer_in":
        body = facts.get("referred_by") or ""
        return next((code for code, words in _WORDS if any(word in body for word in words)), "other_body")
    return _BY_STEP.get(step)
