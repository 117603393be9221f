"""Writes: who may exchange with us."""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from django.db import transaction

from gongdao.people.actions import StaffError, note_change
from gongdao.people.models import Account, Office
from gongdao.services.exchange.models import Partner


@transaction.atomic
def register_partner(
    office: Office, *, signing: str, sealing: str, by: Account | None, at: datetime
) -> Partner:
    """Let an office exchange with us, or give it new keys (32 bytes each, in hexadecimal)."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(signing))
        X25519PublicKey.from_public_bytes(bytes.fromhex(sealing))
    except ValueError as error:
        raise StaffError("公钥不对：应当是对方 gongdao exchange keys 显示的64位十六进制数") from error
    made, _ = Partner.objects.update_or_create(
        office=office,
        defaults={
            "signing_key": signing.lower(),
            "sealing_key": sealing.lower(),
            "since": at,
            "is_active": True,
        },
    )
    note_change("partner", {"office": office.code, "signing": signing.lower()}, by=by, at=at)
    return made


@transaction.atomic
def stop_partner(partner: Partner, *, by: Account | None, at: datetime) -> None:
    """No longer exchange with this office."""
    partner.is_active = False
    partner.save(update_fields=["is_active"])
    note_change("partner_stopped", {"office": partner.office.code}, by=by, at=at)
