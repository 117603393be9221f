"""Writes: entering somebody in the register, and noting for or against whom they have acted."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from gongdao.people.actions import StaffError
from gongdao.people.models import Account, Area
from gongdao.people.sealing import searchable_fingerprint
from gongdao.procedures.legal_aid.grounds import AidMatter
from gongdao.services.legal_aid.models import Mandate, MandateSide, Undertaker
from gongdao.services.register.actions import keep_practitioner
from gongdao.services.register.fields import PractitionerKind
from gongdao.services.register.models import Practice, Practitioner

GIVES_AID = tuple(kind.value for kind in (
    PractitionerKind.LAWYER, PractitionerKind.LEGAL_WORKER, PractitionerKind.VOLUNTEER, PractitionerKind.STAFF,
))  # fmt: skip
"""Who may give legal aid (法律援助法 art. 12)."""


@transaction.atomic
def register_undertaker(
    account: Account, *, kind: str, area: Area, practice: Practice | None = None, licence_number: str = "",
    licensed_since: date | None = None, fields: Sequence[str] = (), languages: Sequence[str] = (),
    knows_minors: bool = False, id_number: str = "", phone: str = "", by: Account | None = None, at: datetime,
) -> Undertaker:  # fmt: skip
    """Enter, or bring up to date, somebody who gives legal aid. Raises StaffError for an unknown kind or field."""
    if kind not in GIVES_AID:
        raise StaffError(f"没有这种身份：{kind}。可以是：{'、'.join(GIVES_AID)}")
    if unknown := [field for field in fields if field not in list(AidMatter)]:
        raise StaffError(f"没有这类事项：{'、'.join(unknown)}")
    row = Practitioner.objects.filter(account=account).first() or Practitioner(account=account)
    entry, _ = keep_practitioner(
        row, kind=PractitionerKind(kind), name=account.display_name, area=area, practice=practice, ended_on=row.ended_on,
        licence_number=licence_number, licensed_since=licensed_since, fields=list(fields), languages=list(languages),
        by=by, at=at,
    )  # fmt: skip
    undertaker, _ = Undertaker.objects.update_or_create(
        entry=entry,
        defaults={
            "knows_minors": knows_minors, "id_fingerprint": _of(id_number, "party-id"),
            "phone_fingerprint": _of(phone, "party-phone"),
        },
    )  # fmt: skip
    return undertaker


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
