"""Sealing parties, texts and drafts anew under a new key."""

from gongdao.matters.drafts import draft_context
from gongdao.matters.keeping import party_context, text_context
from gongdao.matters.models import Draft, Party, SealedText
from gongdao.people.sealing import is_current, seal, unseal


def reseal_all(number: int) -> int:
    """Seal everything still under an older key than ``number``; returns how many rows."""
    count = 0
    for text in SealedText.objects.iterator(chunk_size=1000):
        if not is_current(bytes(text.text_sealed)):
            context = text_context(text.matter_id, text.ref)
            text.text_sealed = seal(unseal(bytes(text.text_sealed), context=context), context=context)
            text.save(update_fields=["text_sealed"])
            count += 1
    for party in Party.objects.iterator(chunk_size=1000):
        if not is_current(bytes(party.particulars_sealed)):
            context = party_context(party.matter_id, party.ref, party.seq)
            party.particulars_sealed = seal(
                unseal(bytes(party.particulars_sealed), context=context), context=context
            )
            party.save(update_fields=["particulars_sealed"])
            count += 1
    for draft in Draft.objects.iterator(chunk_size=1000):
        if not is_current(bytes(draft.written_sealed)):
            context = draft_context(draft.code_fingerprint)
            draft.written_sealed = seal(unseal(bytes(draft.written_sealed), context=context), context=context)
            draft.save(update_fields=["written_sealed"])
            count += 1
    return count
