"""The dossier: every slot in order, what fills it, and what is still missing. Read from papers and events."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter, Paper
from gongdao.procedures.engine.declaration import Paper as PaperDeclaration


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the dossier: the statutory paper and what fills it, the newest last."""

    paper: PaperDeclaration
    filled: Sequence[Paper]

    @property
    def signed(self) -> bool:
        """Whether a photo or scan of the signed page is there."""
        return any(paper.is_scan for paper in self.filled)

    @property
    def missing(self) -> bool:
        """Whether a paper that must be there is not."""
        return self.paper.must and not self.filled

    @property
    def unsigned(self) -> bool:
        """Whether its effect depends on ink and no signed page is there yet."""
        return bool(self.filled and self.paper.signature_required and not self.signed)


def dossier(matter: Matter, seen: Collection[int] | None = None) -> list[Slot]:
    """The slots of a matter and its children, in the order of the dossier; of the matter's own papers only those of
    the events ``seen`` (by seq), if given."""
    slots: list[Slot] = []
    for one in (matter, *matter.children.all()):
        filled: dict[str, list[Paper]] = {}
        for paper in one.papers.select_related("matter", "pdf", "docx"):
            if seen is None or one is not matter or paper.seq in seen:
                filled.setdefault(paper.code, []).append(paper)
        slots += [Slot(paper, filled.get(paper.code, [])) for paper in declaration_of(one).papers]
    return sorted(slots, key=lambda slot: slot.paper.slot)


def missing(slots: Sequence[Slot]) -> list[str]:
    """What the self-check finds, in plain words; alternatives of one slot count as one."""
    findings = []
    by_slot: dict[int, list[Slot]] = {}
    for slot in slots:
        by_slot.setdefault(slot.paper.slot, []).append(slot)
    for same in by_slot.values():
        if any(s.paper.must for s in same) and not any(s.filled for s in same):
            findings.append(f"缺少“{'或'.join(s.paper.title for s in same if s.paper.must)}”")
        findings += [f"“{s.paper.title}”还没有签字页照片或扫描件" for s in same if s.unsigned]
    return findings
