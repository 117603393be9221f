"""Measures one database of one size: ``python -m benchmarks.legal_aid.measuring 10000 5000 100``. One JSON line."""

import json
import random
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median, quantiles
from typing import Any

import django

ASKED = 50  # lawyers asked one by one for the peer; the time is scaled to all of them


def main() -> None:
    """Prepare, fill up, measure each probe once in each way."""
    django.setup()
    from django.core.management import call_command

    size, lawyers, probes = map(int, sys.argv[1:4])
    call_command("migrate", verbosity=0)
    times: dict[str, list[float]] = {}
    refused = 0
    for ways in _prepared(size, lawyers, probes):
        for name, run in ways.items():
            began = time.perf_counter()
            result = run()
            times.setdefault(name, []).append((time.perf_counter() - began) * 1000)
            refused += name == "appointment" and result == "refused"
    times["peer"] = [each * lawyers / ASKED for each in times["peer"]]
    warm = probes // 10
    print(f"{refused} of {probes} appointments refused", file=sys.stderr)
    print(json.dumps({name: (median(t[warm:]), quantiles(t[warm:], n=20)[-1]) for name, t in times.items()}))


def _prepared(size: int, lawyers: int, probes: int) -> list[dict[str, Callable[[], Any]]]:
    from benchmarks.legal_aid.filling import add_lawyers, fill_up_to
    from gongdao.matters.actions import open_matter, take_step
    from gongdao.matters.doer import Channel, Doer
    from gongdao.matters.models import Matter, Party
    from gongdao.people.models import Account, Office
    from gongdao.people.sealing import searchable_fingerprint
    from gongdao.procedures.engine.declaration import Actor
    from gongdao.procedures.engine.moves import Refused
    from gongdao.procedures.legal_aid.declaration import LEGAL_AID
    from gongdao.services.legal_aid.candidates import candidates
    from gongdao.services.legal_aid.conflicts import FOR_THE_APPLICANT, conflicts_with
    from tests.world import build_world, now_on

    if not Office.objects.exists():
        build_world()
    dice = random.Random(size)
    office, clerk = Office.objects.get(code="FYZX"), Account.objects.get(username="aid_clerk")
    doer, at = Doer(Actor.COMMITTEE, account=clerk, channel=Channel.COUNTER), now_on("2025-03-10")

    def waiting(number: int) -> Matter:
        told = {
            "applicants": [{"name": f"甲{number}", "id_number": f"A{size}-{number}", "phone": f"1{size}{number}"}],
            "opponents": [{"name": f"乙{number}公司", "is_organisation": True, "id_number": f"B{size}-{number}"}],
            "story": "三个月工资没有给。", "aid_matter": "labour", "kind": "migrant_wages", "no_means_ground": "brave",
            "told_data_use": True,
        }  # fmt: skip
        matter = open_matter(
            procedure="legal_aid", office=office, step="apply", doer=doer, at=at,
            facts=LEGAL_AID.step_by_code["apply"].asks.model_validate(told), key=f"{size}-open-{number}",
        ).matter  # fmt: skip
        granted = {"matter_found": "labour", "means_found": "no_condition", "aid_form": "arbitration"}
        facts = LEGAL_AID.step_by_code["grant"].asks.model_validate(granted)
        take_step(matter, "grant", doer=doer, at=at, facts=facts, key=f"{size}-grant-{number}")
        return matter

    like = waiting(0)
    people = add_lawyers(lawyers, office, dice)
    fill_up_to(size, like, people, dice)
    matters = [waiting(number) for number in range(1, probes + 1)]
    chosen: dict[int, int] = {}
    for number, matter in enumerate(matters, 1):
        # Half of the other sides have been helped by the very lawyer who is to be appointed.
        held = Matter.objects.filter(number=f"bench-{dice.randrange(size // 2)}").get()
        chosen[matter.pk] = held.owner_id or people[0]
        if number % 2:
            known = searchable_fingerprint(f"B{size}-{number}", purpose="party-id")
            Party.objects.filter(matter=held, side="applicant").update(id_fingerprint=known)

    def appoint(matter: Matter) -> str:
        facts = LEGAL_AID.step_by_code["assign"].asks.model_validate({"undertaker": str(chosen[matter.pk])})
        try:
            when = at + timedelta(minutes=1)
            take_step(matter, "assign", doer=doer, at=when, facts=facts, key=f"{size}-assign-{matter.pk}")
        except Refused:
            return "refused"
        return "appointed"

    def one_by_one(matter: Matter) -> None:
        theirs = Party.objects.filter(matter=matter, side="opposing").get()
        for account in people[:ASKED]:
            list(
                Party.objects.filter(
                    matter__owner=account, matter__procedure__in=FOR_THE_APPLICANT, side="applicant",
                    id_fingerprint=theirs.id_fingerprint,
                ).values_list("pk")
            )  # fmt: skip

    return [
        {
            "check": lambda m=m: conflicts_with(m),
            "peer": lambda m=m: one_by_one(m),
            "candidates": lambda m=m: candidates(m, at + timedelta(minutes=1)),
            "appointment": lambda m=m: appoint(m),
        }
        for m in matters
    ]


if __name__ == "__main__":
    main()
