"""kill -9 while steps are taken: nothing acknowledged is lost, nothing is there twice, every chain holds."""

import os

import pytest

from tests.matters.kill import WORKERS, keys_of, run


def test_workers_killed_without_warning_lose_nothing_and_repeat_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = int(os.environ.get("GONGDAO_KILL_STEPS", "400"))
    outcome = run(steps)
    with capsys.disabled():
        print(f"\n{outcome}")  # noqa: T201
    assert outcome.kills >= 8
    assert 0 < outcome.acknowledged_before_last_kill < steps
    assert (outcome.lost, outcome.twice, outcome.changed_by_retry) == (0, 0, 0)
    assert outcome.findings == ()


def test_the_workers_share_some_keys_and_leave_none_out() -> None:
    lists = [keys_of(worker, 100) for worker in range(WORKERS)]
    assert {key for keys in lists for key in keys} == {f"kill-{number}" for number in range(100)}
    assert sum(map(len, lists)) > 100
