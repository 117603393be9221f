"""Writes: entering somebody in the register, and noting for or against whom they have acted."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from gongdao.people.actions import StaffError
from gongdao.people.models import Account, Area
from gongdao.people.sealing import searchable_fingerprint
from gongdao.procedures.legal_aid.grounds import AidMatter
from gongdao.services.legal_aid.models import Mandate, MandateSide, Undertaker, UndertakerKind


@transaction.atomic
def register_undertaker(
    account: Account, *, kind: str, area: Area, firm: str = "", licence_number: str = "",
    licensed_since: date | None = None, fields: Sequence[str] = (), languages: Sequence[str] = (),
    knows_minors: bool = False, id_number: str = "", phone: str = "",
) -> Undertaker:  # fmt: skip
    """Enter, or bring up to date, somebody who gives legal aid. Raises StaffError for an unknown kind or field."""
    if kind not in UndertakerKind.values:
        raise StaffError(f"没有这种身份：{kind}。可以是：{'、'.join(UndertakerKind.values)}")
    if unknown := [field for field in fields if field not in list(AidMatter)]:
        raise StaffError(f"没有这类事项：{'、'.join(unknown)}")
    entry, _ = Undertaker.objects.update_or_create(
        account=account,
        defaults={
            "kind": kind, "area": area, "firm": firm, "licence_number": licence_number, "licensed_since": licensed_since,
            "fields": list(fields), "languages": list(languages), "knows_minors": knows_minors,
            "id_fingerprint": _of(id_number, "party-id"), "phone_fingerprint": _of(phone, "party-phone"),
        },
    )  # fmt: skip
    return entry


def set_away(undertaker: Undertaker, until: date | None) -> None:
    """Until when no matter is offered to this person; None: again from now on."""
    undertaker.away_until = until
    undertaker.save(update_fields=["away_until"])


def note_mandate(
    undertaker: Undertaker, *, side: str, name: str, id_number: str = "", phone: str = "",
    is_organisation: bool = False, at: datetime,
) -> Mandate:  # fmt: skip
    """Note that the undertaker has acted for (or against) somebody elsewhere. Nothing readable is kept."""
    if side not in MandateSide.values:
        raise StaffError(f"要写委托人（client）还是对方（against）：{side}")
    return Mandate.objects.create(
        undertaker=undertaker, side=side, is_organisation=is_organisation,
        name_fingerprint=_of(name, "party-name"), id_fingerprint=_of(id_number, "party-id"),
        phone_fingerprint=_of(phone, "party-phone"), noted_at=at,
    )  # fmt: skip


def _of(value: str, purpose: str) -> str:
    return searchable_fingerprint(value, purpose=purpose) if value else ""
