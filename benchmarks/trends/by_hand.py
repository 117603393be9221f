"""The same figures in SQL as somebody who knows DuckDB writes them, over the same files."""

from datetime import date

from gongdao.trends.lake.places import COMMITTEES
from gongdao.trends.lake.sources import REFERRED, SOURCES
from gongdao.triage.kinds import FIRST_LEVEL

_AGREED = "step IN ('sign_agreement', 'settle_orally')"
_OVER = "step IN ('fail', 'deem_failed', 'end_on_request', 'refuse', 'withdraw', 'decline')"


def _within(first: date, after: date) -> str:
    """Only matters with an event in the period can count in it."""
    return f"""matter IN (SELECT matter FROM events WHERE procedure = 'people_mediation'
        AND day >= DATE '{first}' AND day < DATE '{after}')"""


def the_return(first: date, after: date) -> str:
    """Every figure of the return by office."""
    ended = "accepted IS NOT NULL AND coalesce(agreed, over_) >= DATE '{0}' AND coalesce(agreed, over_) < DATE '{1}'"
    inside = ended.format(first, after)
    cells = [f"count(*) FILTER ({inside}) AS cases", f"sum(people) FILTER ({inside}) AS people",
             f"count(*) FILTER ({inside} AND agreed IS NOT NULL) AS agreed_",
             f"sum(agreed_fen) FILTER ({inside} AND agreed IS NOT NULL) AS amount"]  # fmt: skip
    cells += [f"count(*) FILTER ({inside} AND committee = '{c}') AS committee_{c}" for c in COMMITTEES]
    cells += [
        f"count(*) FILTER ({inside} AND source = '{s}') AS source_{s}" for s in SOURCES if s not in REFERRED
    ]
    referred = ", ".join(f"'{s}'" for s in REFERRED)
    cells += [f"count(*) FILTER ({inside} AND source IN ({referred})) AS source_referred"]
    cells += [f"count(*) FILTER ({inside} AND source = '{s}') AS source_{s}" for s in REFERRED]
    cells += [f"count(*) FILTER ({inside} AND kind = '{k.code}') AS kind_{k.code}" for k in FIRST_LEVEL]
    cells += [f"count(*) FILTER ({inside} AND form = '{f}') AS form_{f}" for f in ("oral", "written")]
    cells += [
        f"count(*) FILTER ({day} >= DATE '{first}' AND {day} < DATE '{after}') AS {day}_"
        for day in ("performed", "confirmed")
    ]
    return f"""
        SELECT office, {", ".join(cells)} FROM (
            SELECT matter, min(day) FILTER (step = 'accept') AS accepted, min(day) FILTER ({_AGREED}) AS agreed,
                min(day) FILTER ({_OVER}) AS over_, min(day) FILTER (step = 'close_performed') AS performed,
                min(day) FILTER (step = 'confirmed') AS confirmed, arg_max(kind, seq) AS kind, max(source) AS source,
                max(people) AS people, arg_max(form, seq) FILTER ({_AGREED}) AS form,
                arg_max(agreed_fen, seq) FILTER ({_AGREED}) AS agreed_fen,
                arg_max(office, seq) AS office, arg_max(committee, seq) AS committee
            FROM events WHERE procedure = 'people_mediation' AND {_within(first, after)} GROUP BY matter)
        GROUP BY office"""


def map_cube(until: date) -> str:
    """New disputes by township, kind and week, over all years."""
    return f"""
        SELECT township, kind, date_diff('day', DATE '2018-01-01', opened) // 7 AS week, count(*) AS n FROM (
            SELECT matter, min(day) FILTER (seq = 1) AS opened, arg_max(kind, seq) AS kind, max(township) AS township
            FROM events WHERE procedure = 'people_mediation' GROUP BY matter)
        WHERE opened < DATE '{until}' AND kind IS NOT NULL GROUP BY ALL"""


def opened_by_county_and_kind(first: date, after: date) -> str:
    """New disputes of a year, county × kind."""
    return f"""
        SELECT county, kind, count(*) AS n FROM (
            SELECT matter, min(day) FILTER (seq = 1) AS opened, arg_max(kind, seq) AS kind, max(county) AS county
            FROM events WHERE procedure = 'people_mediation' AND {_within(first, after)} GROUP BY matter)
        WHERE opened >= DATE '{first}' AND opened < DATE '{after}' GROUP BY ALL"""


def days_to_agree(first: date, after: date) -> str:
    """Twice the median of days from opening to agreement, county × month of a year."""
    return f"""
        SELECT county, year(agreed) * 100 + month(agreed) AS month, CAST(2 * median(agreed - opened) AS BIGINT) AS twice
        FROM (
            SELECT matter, min(day) FILTER (seq = 1) AS opened, min(day) FILTER ({_AGREED}) AS agreed,
                max(county) AS county
            FROM events WHERE procedure = 'people_mediation' AND {_within(first, after)} GROUP BY matter)
        WHERE agreed >= DATE '{first}' AND agreed < DATE '{after}' GROUP BY ALL"""
