"""The accounts of the fictional city, kept in a file beside the data so that the sign-in page can show them."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

PASSWORD = "minghe-demo-99"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody who works in the city. ``featured`` ones are shown first: one in every role."""

    role: str
    office: str
    name: str
    username: str
    password: str
    featured: bool


@dataclass(frozen=True, slots=True)
class DemoReceipt:
    """A citizen's receipt number and code, ready to be tried, and what the matter is about."""

    number: str
    code: str
    story: str
    state: str


class QuickHasher(PBKDF2PasswordHasher):
    """The usual algorithm with few rounds: these passwords are printed on the sign-in page anyway."""

    iterations = 1000


def accounts_path() -> Path:
    """Where the list is kept; it is there exactly when the city is."""
    return Path(settings.GONGDAO_VAR) / "demo.json"


def demo_accounts(*, everyone: bool = False) -> list[DemoAccount]:
    """The accounts to show, or everyone who works in the city; none where there is no demo city."""
    found = [DemoAccount(**row) for row in _read().get("accounts", [])]
    return [account for account in found if everyone or account.featured]


def demo_receipts() -> list[DemoReceipt]:
    """Citizens' matters to look at."""
    return [DemoReceipt(**row) for row in _read().get("receipts", [])]


def write_accounts(accounts: list[DemoAccount], receipts: list[DemoReceipt]) -> None:
    """Keep the list, whole or not at all."""
    content = {"accounts": [asdict(a) for a in accounts], "receipts": [asdict(r) for r in receipts]}
    path = accounts_path()
    draft = path.with_suffix(".part")
    draft.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(path)


def _read() -> dict[str, list[dict]]:  # type: ignore[type-arg]
    try:
        return dict(json.loads(accounts_path().read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return {}
