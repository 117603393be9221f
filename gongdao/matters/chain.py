"""The SM3 chain of one matter: each event's fingerprint covers its content and the previous fingerprint.

SM3 (GB/T 32905-2016) comes from OpenSSL through hashlib.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from gongdao.procedures.engine.recording import canonical

GENESIS = "0" * 64


def sm3(text: str) -> str:
    """SM3 of UTF-8 text, as 64 hexadecimal digits."""
    return hashlib.new("sm3", text.encode()).hexdigest()


def fingerprint(content: Mapping[str, Any], previous: str) -> str:
    """The fingerprint of an event; ``content`` is what ``content_of`` gives."""
    return sm3(canonical([content, previous]))


def content_of(
    *, number: str, seq: int, step: str, actor: str, account: int | None, party: str, channel: str,
    at: datetime, facts_text: str, key: str, request: str,
) -> dict[str, Any]:  # fmt: skip
    """Everything about an event that must not change."""
    return {
        "number": number,
        "seq": seq,
        "step": step,
        "actor": actor,
        "account": account,
        "party": party,
        "channel": channel,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "facts": facts_text,
        "key": key,
        "request": request,
    }


def root_of(fingerprints: Iterable[str], previous: str) -> tuple[str, int]:
    """One fingerprint over many in order, and how many there were."""
    digest = hashlib.new("sm3", previous.encode())
    count = 0
    for count, one in enumerate(fingerprints, start=1):  # noqa: B007
        digest.update(one.encode())
    return digest.hexdigest(), count
