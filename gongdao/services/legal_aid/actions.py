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
    knows_minors: bool | None = None, id_number: str = "", phone: str = "", by: Account | None = None, at: datetime,
) -> Undertaker:  # fmt: skip
    """Enter, or bring up to date, somebody who gives legal aid; an entry of the register with this licence becomes
    theirs. What is not given stays as it is. Raises StaffError for an unknown kind or field, and for a licence that
    is somebody else's."""
    if kind not in GIVES_AID:
        raise StaffError(f"没有这种身份：{kind}。可以是：{'、'.join(GIVES_AID)}")
    if unknown := [field for field in fields if field not in list(AidMatter)]:
        raise StaffError(f"没有这类事项：{'、'.join(unknown)}")
    row = _entry_of(account, kind, licence_number)
    entry, _ = keep_practitioner(
        row, account=account, kind=PractitionerKind(kind), name=account.display_name, area=area,
        practice=practice or (row.practice if row.kind == kind else None), ended_on=row.ended_on, licence_number=licence_number or row.licence_number,
        licensed_since=licensed_since or row.licensed_since, fields=list(fields) or row.fields,
        languages=list(languages) or row.languages, by=by, at=at,
    )  # fmt: skip
    given = {
        "knows_minors": knows_minors, "id_fingerprint": _of(id_number, "party-id"),
        "phone_fingerprint": _of(phone, "party-phone"),
    }  # fmt: skip
    undertaker, _ = Undertaker.objects.update_or_create(
        entry=entry, defaults={name: value for name, value in given.items() if value not in ("", None)}
    )
    return undertaker


def _entry_of(account: Account, kind: str, licence_number: str) -> Practitioner:
    """The account's entry, else the register's entry of this kind with this licence, else a new one."""
    entries = Practitioner.objects.select_for_update(of=("self",)).select_related(
        "area", "practice", "account"
    )
    own = entries.filter(account=account).first()
    licensed = entries.filter(kind=kind, licence_number=licence_number).first() if licence_number else None
    if licensed is None or licensed == own:
        return own or Practitioner(account=account)
    if licensed.account or own:
        raise StaffError(f"执业证号{licence_number}已经登记在另一条里（{licensed.name}），请核对")
    if licensed.name != account.display_name:
        raise StaffError(
            f"执业证号{licence_number}登记的是{licensed.name}，账号的姓名是{account.display_name}，请核对"
        )
    return licensed


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
