"""One row a people's mediation, from its events: when it came, how it ended, what became of the agreement.

Days are the days in law (see the lake's column ``day``). A matter is counted where it was last held and under the kind
last known; it is counted once, however often it was taken up again.
"""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

PROCEDURE = "people_mediation"
AGREED = ("sign_agreement", "settle_orally")
# What ends a mediation without an agreement, once it has been accepted.
UNAGREED = ("fail", "deem_failed", "end_on_request", "refuse", "withdraw", "decline")
STEPS = ("accept", *AGREED, *UNAGREED, "close_performed", "confirmed")


def cases(events: "ir.Table", within: tuple[date, date] | None = None) -> "ir.Table":
    """One row a mediation. The columns: matter, opened, accepted, agreed, ended, concluded, performed, confirmed (days, null if not), kind,
    finer_kind, source, people, claimed_fen, form, agreed_fen, office, committee, area and the code at each level.

    ``concluded`` is the first day on which an accepted mediation came to an agreement or to an end. ``agreed_fen`` and
    ``form`` are those of the agreement last in effect. ``ended`` is null while an agreement stands.

    Every day is that of an event. So who asks about days ``within`` a span (first, day after the last) needs only the
    matters with an event in it, and the others need not be put together: a month of a large lake is asked in seconds.
    """
    e = events.filter(events.procedure == PROCEDURE)
    if within:
        e = e.semi_join(e.filter(e.day >= within[0], e.day < within[1]).select("matter").distinct(), "matter")
    accepted = e.step == "accept"
    agreed, over = e.step.isin(AGREED), e.step.isin(UNAGREED)
    found = e.group_by("matter").agg(
        opened=e.day.min(where=e.seq == 1),
        accepted=e.day.min(where=accepted),
        agreed=e.day.min(where=agreed),
        over=e.day.min(where=over),
        performed=e.day.min(where=e.step == "close_performed"),
        confirmed=e.day.min(where=e.step == "confirmed"),
        kind=e.kind.argmax(e.seq, where=e.kind.notnull()),
        finer_kind=e.finer_kind.argmax(e.seq, where=e.finer_kind.notnull()),
        source=e.source.max(),
        people=e.people.max(),
        claimed_fen=e.claimed_fen.max(),
        form=e.form.argmax(e.seq, where=agreed),
        agreed_fen=e.agreed_fen.argmax(e.seq, where=agreed),
        office=e.office.argmax(e.seq),
        committee=e.committee.argmax(e.seq),
        area=e.area.max(),
        province=e.province.max(),
        city=e.city.max(),
        county=e.county.max(),
        township=e.township.max(),
        village=e.village.max(),
    )
    ended = found.agreed.isnull().ifelse(found.over, found.over.nullif(found.over))
    concluded = found.accepted.notnull().ifelse(found.agreed.coalesce(found.over), ended.nullif(ended))
    return found.mutate(ended=ended, concluded=concluded).drop("over")
