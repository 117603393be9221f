"""Putting a form aside and taking it up again, without an account. A draft is no event: nobody else ever sees it."""

import json
import secrets
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from gongdao.matters.access import CODE_LETTERS
from gongdao.matters.models import Draft
from gongdao.people.sealing import keyed_fingerprint, seal, unseal

KEPT_FOR = timedelta(days=14)
MOST = 200_000  # letters: several times the longest form
_GROUPS, _LETTERS = 3, 4


class DraftTooLong(ValueError):
    """More than anybody writes by hand."""


def keep_draft(written: Mapping[str, Any], *, at: datetime, code: str = "") -> str:
    """Put the form aside; the code that takes it up again. A known ``code`` is written over and stays the same.

    Drafts whose time is over are deleted on the way.
    """
    text = json.dumps(written, ensure_ascii=False)
    if len(text) > MOST:
        raise DraftTooLong
    Draft.objects.filter(gone_at__lte=at).delete()
    kept_code = _plain(code) if _find(code, at) else _new_code()
    fingerprint = _fingerprint(kept_code)
    sealed = seal(text, context=draft_context(fingerprint))
    Draft.objects.update_or_create(
        code_fingerprint=fingerprint,
        defaults={"written_sealed": sealed, "kept_at": at, "gone_at": at + KEPT_FOR},
    )
    return shown(kept_code)


def open_draft(code: str, *, at: datetime) -> dict[str, Any] | None:
    """What was written, or None for a code that opens nothing (any more)."""
    found = _find(code, at)
    if found is None:
        return None
    return dict(
        json.loads(unseal(bytes(found.written_sealed), context=draft_context(found.code_fingerprint)))
    )


def drop_draft(code: str) -> None:
    """Delete it: it has been filed, or its writer wants it gone."""
    Draft.objects.filter(code_fingerprint=_fingerprint(_plain(code))).delete()


def draft_context(fingerprint: str) -> str:
    """Binds the ciphertext to its code."""
    return f"draft:{fingerprint}"


def shown(code: str) -> str:
    """In groups, to be copied by hand."""
    return "-".join(code[n : n + _LETTERS] for n in range(0, len(code), _LETTERS))


def _find(code: str, at: datetime) -> Draft | None:
    return Draft.objects.filter(code_fingerprint=_fingerprint(_plain(code)), gone_at__gt=at).first()


def _new_code() -> str:
    """Twelve letters of thirty-one: nobody finds one by trying."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(_GROUPS * _LETTERS))


def _plain(code: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", code).upper() if c.isalnum())


def _fingerprint(code: str) -> str:
    return keyed_fingerprint(code, purpose="draft-code")
