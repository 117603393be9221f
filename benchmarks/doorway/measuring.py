"""Measures one database of one size: ``python -m benchmarks.doorway.measuring 10000 15 40``. Prints one JSON line."""

import itertools
import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median, quantiles

import django

MATTERS = 30  # prepared for each way of doing it


def main() -> None:
    """Prepare, fill up, measure in alternating rounds."""
    django.setup()
    from django.core.management import call_command

    size, rounds, steps = map(int, sys.argv[1:4])
    call_command("migrate", verbosity=0)
    _make_tables_of_the_peer()
    ways = _ways(size)
    for run in ways.values():
        for _ in range(10):
            run()
    rates: dict[str, list[float]] = {name: [] for name in ways}
    single: list[float] = []
    for number in range(rounds):
        names = list(ways)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            began = time.perf_counter()
            for _ in range(steps):
                before = time.perf_counter()
                ways[name]()
                if name == "doorway":
                    single.append(time.perf_counter() - before)
            rates[name].append(steps / (time.perf_counter() - began))
    doorway = rates["doorway"]
    print(
        json.dumps(
            {name: median(values) for name, values in rates.items()}
            | {
                "to_raw": median(a / b for a, b in zip(doorway, rates["raw"], strict=True)),
                "to_peer": median(a / b for a, b in zip(doorway, rates["peer"], strict=True)),
                "p95_ms": quantiles(single, n=20)[-1] * 1000,
            }
        )
    )


def _make_tables_of_the_peer() -> None:
    from django.db import connection

    from benchmarks.doorway.peer.models import Dispute

    if Dispute._meta.db_table not in connection.introspection.table_names():
        with connection.schema_editor() as editor:
            editor.create_model(Dispute)
            editor.create_model(Dispute.history.model)


def _ways(size: int) -> dict[str, Callable[[], object]]:
    """The same small step, somebody was called, in three ways."""
    from benchmarks.doorway.filling import fill_up_to
    from benchmarks.doorway.peer.models import Dispute, take_transition
    from benchmarks.doorway.raw import captured
    from gongdao.matters.actions import open_matter, take_step
    from gongdao.matters.doer import Channel, Doer
    from gongdao.matters.models import Matter
    from gongdao.people.models import Account, Office
    from gongdao.procedures.engine.declaration import Actor
    from gongdao.procedures.engine.everyday import ContactFacts
    from gongdao.procedures.people_mediation.facts import AdmissibilityFacts, ApplicationFacts
    from tests.world import build_world, now_on

    if not Office.objects.exists():
        build_world()
    office, account = Office.objects.get(code="TWH"), Account.objects.get(username="committee_clerk")
    doer, at = Doer(Actor.COMMITTEE, account=account, channel=Channel.COUNTER), now_on("2025-03-10")
    application = ApplicationFacts.model_validate(
        {
            "kind": "neighbour", "applicants": [{"name": "甲示例", "phone": "13900000000", "address": "示例村1号"}],
            "respondents": [{"name": "乙示例"}], "story": "楼上漏水，泡坏了天花板。" * 10, "request": "赔偿并修好。",
            "told_data_use": True,
        }
    )  # fmt: skip
    prefix = f"{size}-{time.time_ns()}"

    def prepared(number: int) -> Matter:
        opened = open_matter(
            procedure="people_mediation", office=office, step="apply", doer=doer, at=at, facts=application,
            key=f"{prefix}-open-{number}",
        )  # fmt: skip
        accepted = AdmissibilityFacts()
        take_step(opened.matter, "accept", doer=doer, at=at, facts=accepted, key=f"{prefix}-accept-{number}")
        return opened.matter

    like = prepared(0)
    fill_up_to(size, like)
    through, beside = [[prepared(1 + n + half * MATTERS) for n in range(MATTERS)] for half in (0, 1)]
    disputes = list(Dispute.objects.order_by("-pk").values_list("pk", flat=True)[: MATTERS * 7 : 7])
    turn = itertools.count()
    facts = ContactFacts(contact_party="p2", contact_by="phone", contact_note="响了很久没有人接，晚上再打。")

    def doorway(matter: Matter, key: str) -> None:
        when = at + timedelta(seconds=next(turn))
        take_step(matter, "attempt_contact", doer=doer, at=when, facts=facts, key=key)

    raw = captured(lambda: doorway(like, f"{prefix}-like"), like, f"{prefix}-like", [m.pk for m in beside])
    round_through, round_beside, round_peer = map(itertools.cycle, (through, beside, disputes))
    return {
        "doorway": lambda: doorway(next(round_through), f"{prefix}-{next(turn)}"),
        "raw": lambda: raw.step(next(round_beside).pk),
        "peer": lambda: take_transition(
            next(round_peer), account, at + timedelta(seconds=next(turn)), "响了很久没有人接，晚上再打。"
        ),
    }


if __name__ == "__main__":
    main()
