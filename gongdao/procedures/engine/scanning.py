"""A photo or scan of the signed page fills its slot of the dossier, in any procedure."""

from collections.abc import Sequence

from pydantic import Field

from gongdao.law.names import PEOPLES_MEDIATION_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import rule
from gongdao.procedures.engine.facts import Facts, FileRef, Text


class ScanFacts(Facts):
    """Which paper, and its picture."""

    scan_of: Text = Field(title="哪一份文书", max_length=60)
    scan_file: FileRef = Field(title="签字页照片或扫描件")


@rule(PEOPLES_MEDIATION_LAW.article(27, 1, phrase="等材料立卷归档"))
def paper_exists(case: Case, facts: ScanFacts) -> Sequence[str]:
    """签字页要对应卷宗里的某一份文书"""
    return () if facts.scan_of in case.procedure.paper_by_code else ("卷宗里没有这份文书",)
