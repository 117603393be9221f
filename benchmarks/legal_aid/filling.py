"""Rows for size: lawyers with posts and entries, matters they hold, two parties each."""

import hashlib
import random
from datetime import date

from django.db import connection

from gongdao.matters.models import Event, Matter, Party
from gongdao.people.models import Account, Office, Post
from gongdao.procedures.legal_aid.grounds import AidMatter
from gongdao.services.legal_aid.models import Undertaker
from gongdao.services.register.models import Practice, Practitioner

_BATCH = 5000
_FIRMS = 200
_COMMON_NAMES = 3000  # as many different names of people as a city has common ones: each is borne by many
_FIELDS = [matter.value for matter in AidMatter if matter is not AidMatter.NOT_LISTED]


def fingerprint(text: str) -> str:
    """What a keyed fingerprint looks like."""
    return hashlib.sha256(text.encode()).hexdigest()


def add_lawyers(count: int, office: Office, dice: random.Random) -> list[int]:
    """Accounts with a post at the centre and an entry in the register."""
    have = Account.objects.filter(username__startswith="bench-").count()
    accounts = [Account(username=f"bench-{n}", display_name=f"示例{n}") for n in range(have, count)]
    made = Account.objects.bulk_create(accounts, batch_size=_BATCH)
    Post.objects.bulk_create(
        [Post(account=a, office=office, role="undertaker", starts=date(2020, 1, 1)) for a in made],
        batch_size=_BATCH,
    )
    known = {p.code for p in Practice.objects.filter(code__startswith="bench-")}
    Practice.objects.bulk_create(
        [
            Practice(code=f"bench-{n}", kind="law_firm", name=f"示例{n}所", area=office.area)
            for n in range(_FIRMS)
            if f"bench-{n}" not in known
        ]
    )
    firms = list(Practice.objects.filter(code__startswith="bench-"))
    entries = Practitioner.objects.bulk_create(
        [
            Practitioner(
                account=a, kind="lawyer", name=a.display_name, licence_number=a.username, practice=dice.choice(firms),
                area=office.area, licensed_since=date(2015, 1, 1), fields=dice.sample(_FIELDS, 3),
                languages=dice.sample(["粤语", "彝语", "手语", "英语"], 1),
            )
            for a in made
        ],
        batch_size=_BATCH,
    )  # fmt: skip
    Undertaker.objects.bulk_create([Undertaker(entry=entry) for entry in entries], batch_size=_BATCH)
    return list(Account.objects.filter(username__startswith="bench-").values_list("pk", flat=True))


def fill_up_to(size: int, like: Matter, lawyers: list[int], dice: random.Random) -> None:
    """Matters held by the lawyers until there are ``size`` parties; one matter in ten is open."""
    first = Party.objects.count() // 2
    for start in range(first, size // 2, _BATCH):
        numbers = range(start, min(start + _BATCH, size // 2))
        matters = Matter.objects.bulk_create([_matter(n, like, dice.choice(lawyers)) for n in numbers])
        Event.objects.bulk_create([_assigned(matter, like) for matter in matters])
        Party.objects.bulk_create(
            [_party(m, side, dice) for m in matters for side in ("applicant", "opposing")]
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _matter(number: int, like: Matter, owner: int) -> Matter:
    return Matter(
        number=f"bench-{number}", procedure=like.procedure, effective=like.effective, state="handling", office_id=like.office_id,
        owner_id=owner, area_id=like.area_id, kind=like.kind, seq=1, opened_at=like.opened_at, changed_at=like.opened_at,
        closed_at=None if number % 10 == 0 else like.opened_at,
    )  # fmt: skip


def _assigned(matter: Matter, like: Matter) -> Event:
    return Event(
        matter=matter, seq=1, step="assign", actor="committee", channel="counter", at=like.opened_at,
        facts_text=f'{{"undertaker":"{matter.owner_id}"}}', key=f"bench-{matter.pk}", request="", previous="", fingerprint="",
    )  # fmt: skip


def _party(matter: Matter, side: str, dice: random.Random) -> Party:
    who = f"{matter.pk}{side}"
    return Party(
        matter=matter, ref="p1" if side == "applicant" else "p2", seq=1, side=side, particulars_sealed=b"",
        name_fingerprint=fingerprint(f"name{int(dice.paretovariate(0.6)) % _COMMON_NAMES}"), id_fingerprint=fingerprint(f"id{who}"),
        phone_fingerprint=fingerprint(f"phone{who}"),
    )  # fmt: skip
