"""Whatever is sent to the interface, it answers; it never breaks.

Schemathesis makes requests from the published description: right ones and wrong ones. Here a few operations get a few
requests each, others every day; all of them, as often as wanted: GONGDAO_FUZZ=20 pytest tests/web/test_interface_fuzzed.py
"""

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed, settings

from gongdao.api.interface import api
from gongdao.matters.models import Matter
from tests.matters.playing import TO_ASSIGNED, matter_after
from tests.matters.test_hand_over import handed_out
from tests.services.exchange.other_side import OtherSide, other_side
from tests.web.test_pages import signed_in
from tests.world import World

AS_OFTEN = int(os.environ.get("GONGDAO_FUZZ", "0"))
ONE_IN = 1 if AS_OFTEN else 24
DAY = date.today().toordinal()
SCHEMA = schemathesis.openapi.from_dict(
    json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/"), default=str))
)
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]
CHOSEN = [
    one for n, one in enumerate(OPERATIONS) if (n + DAY) % ONE_IN == 0 or "/exchange/" in one.path
]  # fmt: skip
Ask = Callable[[Any], Any]


@pytest.fixture
def matters(world: World) -> list[Matter]:
    """Something to aim at: a mediation under way, and one handed out to another body."""
    going = matter_after(world, *TO_ASSIGNED)
    out = handed_out(world, world.police)
    return [going, out, *([out.parent] if out.parent else [])]


@pytest.fixture
def they(world: World) -> OtherSide:
    return other_side(world)


def url_of(case: Any, numbers: list[str]) -> str:
    """The address, aimed at a real matter as often as not."""
    if "number" in (case.path_parameters or {}) and len(str(case.path_parameters)) % 2:
        case.path_parameters["number"] = numbers[len(str(case.body)) % len(numbers)]
    query = urlencode(case.query or {}, doseq=True, errors="replace")
    return str(case.formatted_path) + (f"?{query}" if query else "")


def body_of(case: Any) -> bytes:
    if case.body is None or type(case.body).__name__ == "NotSet":
        return b""
    return json.dumps(case.body, default=str).encode("utf-8", "replace")


def headers_of(case: Any) -> Iterator[tuple[str, str]]:
    for name, value in dict(case.headers or {}).items():
        if name.lower() not in ("cookie", "x-exchange", "content-type"):
            yield f"HTTP_{name.upper().replace('-', '_')}", str(value)


def sent(case: Any, client: Client, numbers: list[str]) -> Any:
    kind = case.media_type or "application/json"
    return client.generic(
        case.method, url_of(case, numbers), body_of(case), content_type=kind, **dict(headers_of(case))
    )


def signed(case: Any, they: OtherSide, numbers: list[str]) -> Any:
    they._client.raise_request_exception = False
    url = url_of(case, numbers)
    content = None if type(case.body).__name__ == "NotSet" else case.body
    return they.request(case.method, url, content)


@pytest.mark.parametrize("operation", CHOSEN, ids=[f"{o.method.upper()} {o.path}" for o in CHOSEN])
def test_nothing_that_is_sent_breaks_the_interface(
    operation: Any, world: World, matters: list[Matter], they: OtherSide
) -> None:
    numbers = [matter.number for matter in matters]
    asking: list[Ask] = [lambda case: sent(case, Client(raise_request_exception=False), numbers)]
    clerk = signed_in("committee_clerk")
    clerk.raise_request_exception = False
    asking.append(lambda case: sent(case, clerk, numbers))
    if "/exchange/" in operation.path:
        asking = [asking[0], lambda case: signed(case, they, numbers)]

    @seed(DAY)
    @settings(
        max_examples=AS_OFTEN or 2, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        for one in asking:
            answer = one(case)
            assert answer.status_code < 500, (
                case.method,
                case.formatted_path,
                case.body,
                answer.content[:400],
            )

    ask()


def test_every_operation_of_the_interface_is_asked_by_the_command() -> None:
    assert len(OPERATIONS) > 500
    assert {one.path for one in CHOSEN} >= {one.path for one in OPERATIONS if "/exchange/" in one.path}
