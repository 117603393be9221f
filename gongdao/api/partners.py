"""Who signs: another body's own system, known by the public key of its office."""

import binascii
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import APIKeyHeader

from gongdao.services.exchange.envelope import fingerprint
from gongdao.services.exchange.holding import own_code
from gongdao.services.exchange.models import Partner

APART = timedelta(minutes=5)  # how far the two clocks may lie apart


def signed_text(receiver: str, method: str, path: str, time: str, body: bytes) -> bytes:
    """What a partner signs: five lines, the first the code of the receiver, the last the SM3 of the body."""
    digest = fingerprint(body.decode("utf-8", "surrogateescape"))
    return "\n".join((receiver, method, path, time, digest)).encode("utf-8", "surrogateescape")


def signature(
    key: Ed25519PrivateKey, office: str, receiver: str, method: str, path: str, time: str, body: bytes
) -> str:
    """The header ``X-Exchange``: code of the office that signs, time and signature, apart by blanks."""
    return f"{office} {time} {key.sign(signed_text(receiver, method, path, time, body)).hex()}"


class PartnerSignature(APIKeyHeader):
    """``X-Exchange: CODE 2026-01-01T10:00:00+08:00 SIGNATURE`` — Ed25519 over the code under which the house
    exchanges, method, path with query, time and the SM3 of the body, one a line, so that what was signed for one house
    opens nothing at another. A request of more than five minutes ago, or ahead, is refused; the same message
    again changes nothing."""

    param_name = "X-Exchange"

    def authenticate(self, request: HttpRequest, key: str | None) -> Partner | None:
        parts = (key or "").split(" ")
        if len(parts) != 3:
            return None
        office, time, given = parts
        partner = (
            Partner.objects.filter(office__code=office, is_active=True, office__is_active=True)
            .select_related("office")
            .first()
        )
        try:
            moment = datetime.fromisoformat(time)
            if partner is None or moment.tzinfo is None or abs(timezone.now() - moment) > APART:
                return None
            signer = Ed25519PublicKey.from_public_bytes(bytes.fromhex(partner.signing_key))
            signer.verify(
                bytes.fromhex(given),
                signed_text(own_code(), request.method or "", request.get_full_path(), time, request.body),
            )
        except (InvalidSignature, ValueError, OverflowError, binascii.Error, UnicodeError):
            return None
        return partner


PARTNER = PartnerSignature()
