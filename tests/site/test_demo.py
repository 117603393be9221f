"""gongdao demo as somebody runs it: whole, again, interrupted, and over something else."""

import hashlib
import json
import sqlite3
import urllib.request
from contextlib import closing

from gongdao.people.roles import ROLES
from gongdao.site.demo.passing import PASSAGES
from tests.site.conftest import MATTERS, Console


def _rows(console: Console, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(console.database)) as connection:
        return connection.execute(sql).fetchall()


def _digest(console: Console) -> str:
    with closing(sqlite3.connect(console.database)) as connection:
        dump = "\n".join(connection.iterdump())
    return hashlib.sha256((dump + (console.folder / "demo.json").read_text()).encode()).hexdigest()


def test_matters_stand_in_many_states(seeded):
    roots = _rows(
        seeded, "SELECT state FROM matters_matter WHERE procedure IN ('people_mediation', 'legal_aid')"
    )
    children = _rows(seeded, "SELECT state FROM matters_matter WHERE parent_id IS NOT NULL")
    steps = {step for (step,) in _rows(seeded, "SELECT DISTINCT step FROM matters_event")}
    assert int(MATTERS) - 2 <= len(roots) - len(PASSAGES) <= int(MATTERS)  # hand-overs come on top
    assert len({state for (state,) in roots}) >= 4
    assert len({state for (state,) in children}) >= 4
    assert len(steps) >= 30
    assert {
        "sign_agreement",
        "settle_orally",
        "fail",
        "refuse",
        "record_default",
        "confirmed",
        "archive",
    } <= steps


def test_every_other_road_has_its_matters(seeded):
    found = dict(_rows(seeded, "SELECT procedure, count(*) FROM matters_matter GROUP BY procedure"))
    roads = ("court", "police", "traffic", "medical", "labour", "land", "consumer")
    assert [road for road in roads if found.get(f"{road}_mediation", 0) < 2] == []
    steps = {step for (step,) in _rows(seeded, "SELECT DISTINCT step FROM matters_event")}
    assert {"return_to_court", "court_registers", "report_agreement", "tell_end", "ask_expert"} <= steps


def test_every_record_verifies(seeded):
    done = seeded.run("audit", "verify", "--lists")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("核验通过：")
    assert seeded.run("audit", "roots").stdout.count("条") == 1


def test_office_acts_fall_on_working_days(seeded):
    from datetime import datetime

    from gongdao.law.calendar import SHANGHAI, Calendar

    calendar = Calendar()
    moments = _rows(seeded, "SELECT at FROM matters_event WHERE channel IN ('counter', 'paper')")
    days = {datetime.fromisoformat(f"{at}+00:00").astimezone(SHANGHAI).date() for (at,) in moments}
    assert [day for day in days if not calendar.is_working_day(day)] == []


def test_accounts_and_receipts_are_listed(seeded):
    content = json.loads((seeded.folder / "demo.json").read_text())
    shown = seeded.run("demo", "--no-serve").stdout
    assert 50 <= len(content["accounts"]) <= 80
    roles = {
        role for account in content["accounts"] if account["featured"] for role in account["role"].split("、")
    }
    assert len(roles) == len(ROLES)
    assert content["receipts"]
    for receipt in content["receipts"]:
        assert receipt["number"] in shown
        assert receipt["code"] in shown


def test_a_second_run_changes_nothing(city):
    before = _digest(city)
    done = city.run("demo", "--no-serve", "--matters", "99")
    assert done.returncode == 0
    assert "已经在了" in done.stdout
    assert _digest(city) == before


def test_an_interrupted_city_starts_again(empty):
    running = empty.start("demo", "--no-serve", "--matters", "90")
    assert running.stdout
    for line in running.stdout:
        if "登记50件" in line:
            break
    running.kill()
    running.wait()
    assert _rows(empty, "SELECT count(*) FROM matters_matter") == [(0,)]
    assert list((empty.folder / "anchors").iterdir())
    again = empty.run("demo", "--no-serve", "--matters", "8")
    assert again.returncode == 0, again.stdout + again.stderr
    assert empty.run("audit", "verify").returncode == 0
    assert not (empty.folder / "demo.unfinished").exists()


def test_it_never_writes_over_other_data(city):
    with sqlite3.connect(city.database) as connection:
        connection.execute("UPDATE people_office SET code = 'REAL' WHERE code = 'MH'")
    for words in (("demo", "--no-serve"), ("demo", "--fresh", "--no-serve")):
        refused = city.run(*words)
        assert refused.returncode == 1
        assert "已经有别的数据" in refused.stderr
    assert city.database.exists()


def test_fresh_begins_anew(city):
    before = _rows(city, "SELECT number FROM matters_matter")
    done = city.run("demo", "--fresh", "--no-serve", "--matters", "8")
    assert done.returncode == 0, done.stderr
    assert not set(before) & set(_rows(city, "SELECT number FROM matters_matter"))
    assert city.run("audit", "verify").returncode == 0


def test_it_serves_on_the_next_free_port(city, taken_port):
    running = city.start("demo", "--port", str(taken_port))
    try:
        assert running.stdout
        said = ""
        for line in running.stdout:
            said += line
            if "请打开" in line:
                break
        assert f"端口 {taken_port} 已被占用" in said
        address = said.split("请打开 ")[1].split()[0]
        assert _answers(f"{address}accounts/login/")
    finally:
        running.terminate()
        running.wait()


def _answers(address: str) -> bool:
    import time

    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.status == 200
        except OSError:
            time.sleep(0.1)
    return False


def test_every_hand_over_stands_in_one_lawful_state_and_no_late_one_is_off_the_list(seeded):
    """Each is in a declared state, has come there by its events, and one past its day stands on somebody's list."""
    done = seeded.run("exchange", "check")
    assert done.returncode == 0, done.stdout
    counted = dict(line.rsplit("　", 1) for line in done.stdout.splitlines() if "　" in line)
    assert len(counted) >= 10
    assert int(counted["超期的，都在有人的待办里"]) >= 2
