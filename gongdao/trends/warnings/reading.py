"""Opening the sealed notes of answers and judgements."""

from gongdao.people.sealing import unseal
from gongdao.trends.warnings.actions import note_context
from gongdao.trends.warnings.models import Answer, Judgement


def note_of(said: Answer | Judgement) -> str:
    """What was written. Raises SealBroken if it was altered."""
    return unseal(bytes(said.note.text_sealed), context=note_context(said.note_id))
