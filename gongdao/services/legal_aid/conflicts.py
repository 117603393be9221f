"""Conflicts of interest: nobody gives aid against somebody they have acted for, or for somebody they have acted against.

Everybody's conflicts with one matter are found at once, from its few parties: by keyed fingerprints of identity
numbers, telephones and the names of organisations among all parties and mandates. A person's name alone is no
proof; it is shown as a question to whoever appoints. What is said names no other file and nobody in one.

Source: 律师法 art. 39; 法律援助法 art. 46.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from gongdao.law.names import LAWYERS_LAW
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Event, Matter, Party
from gongdao.matters.revealing import parties_until
from gongdao.procedures.engine.declaration import Effect
from gongdao.services.legal_aid.models import Mandate, MandateSide, Undertaker

BOTH_SIDES = LAWYERS_LAW.article(39, 1, phrase="不得在同一案件中为双方当事人担任代理人")
OWN_INTEREST = LAWYERS_LAW.article(39, 1, phrase="不得代理与本人或者其近亲属有利益冲突")
# The procedures in which whoever holds the matter acts for the applicant.
FOR_THE_APPLICANT = ("legal_aid", "duty_lawyer")
FOR_THEM = "为本案的对方办过事，或者正在办"
AGAINST_US = "办过（正在办）与本案受援人对立的一方的事"
IS_A_PARTY = "本人就是本案的一方"
SAME_NAME = "与本案的人同名的人，在他办过的事里出现过"


@dataclass(frozen=True, slots=True)
class Known:
    """A party of the matter as the check knows it: on our side or on theirs, and what it can be found by."""

    ours: bool
    ids: frozenset[str]
    phones: frozenset[str]
    names: frozenset[str]  # only what tells one organisation from another
    shared_names: frozenset[str]  # names of people: many bear the same


def known_parties(matter: Matter) -> list[Known]:
    """Applicants (ours) and opposing parties (theirs); agents and helpers are neither."""
    root = matter.parent or matter
    rows = {(p.ref, p.seq): p for p in Party.objects.filter(matter=root)}
    newest = {ref: rows[(ref, max(seq for r, seq in rows if r == ref))] for ref, _ in rows}
    found = []
    for ref, view in parties_until(root).items():
        if view.side == "other":
            continue
        row, is_firm = newest[ref], view.particulars.is_organisation
        name = frozenset({row.name_fingerprint})
        found.append(
            Known(
                ours=view.side == "applicant",
                ids=_filled(row.id_fingerprint),
                phones=_filled(row.phone_fingerprint),
                names=name if is_firm else frozenset(),
                shared_names=frozenset() if is_firm else name,
            )
        )
    return found


def _filled(value: str) -> frozenset[str]:
    return frozenset({value} if value else ())


def conflicts_with(matter: Matter) -> dict[int, set[str]]:
    """For every account that must not take this matter: why, in plain words."""
    parties = known_parties(matter)
    found: dict[int, set[str]] = defaultdict(set)
    for account_id, why in (*_in_matters(matter, parties), *_in_mandates(parties), *_themselves(parties)):
        found[account_id].add(why)
    return dict(found)


def same_names(matter: Matter, accounts: Collection[int]) -> set[int]:
    """Which of these have dealt with somebody of the same name, on the side that would matter."""
    parties = known_parties(matter)
    names = {
        True: _all(p.shared_names for p in parties if p.ours),
        False: _all(p.shared_names for p in parties if not p.ours),
    }
    theirs = Q(side="applicant", name_fingerprint__in=names[False])
    ours = Q(side__in=("opposing", "respondent"), name_fingerprint__in=names[True])
    held = Party.objects.filter(
        theirs | ours, matter__owner__in=accounts, matter__procedure__in=FOR_THE_APPLICANT
    )
    noted = Mandate.objects.filter(
        Q(side=MandateSide.CLIENT, name_fingerprint__in=names[False])
        | Q(side=MandateSide.AGAINST, name_fingerprint__in=names[True]),
        undertaker__entry__account__in=accounts,
    )
    root = matter.parent_id or matter.pk
    return {
        *held.exclude(matter=root).values_list("matter__owner_id", flat=True),
        *noted.values_list("undertaker__entry__account_id", flat=True),
    }


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _matching(parties: Collection[Known]) -> Q | None:
    """What finds the same persons and organisations again; None where there is nothing to go by."""
    condition = None
    for column, values in (
        ("id_fingerprint__in", _all(p.ids for p in parties)),
        ("phone_fingerprint__in", _all(p.phones for p in parties)),
        ("name_fingerprint__in", _all(p.names for p in parties)),
    ):
        if values:
            condition = Q(**{column: values}) if condition is None else condition | Q(**{column: values})
    return condition


def _in_matters(matter: Matter, parties: list[Known]) -> Iterator[tuple[int, str]]:
    """Whoever holds or held a matter in which one of these stood on the other side."""
    root = matter.parent_id or matter.pk
    against: dict[int, set[str]] = defaultdict(set)
    for ours, sides, why in (
        (False, ("applicant",), FOR_THEM),
        (True, ("opposing", "respondent"), AGAINST_US),
    ):
        condition = _matching([p for p in parties if p.ours is ours])
        if condition is None:
            continue
        rows = Party.objects.filter(condition).exclude(matter_id=root)
        # A corrected party keeps its side, which stands in its first row.
        refs = set(rows.values_list("matter_id", "ref"))
        for matter_id, ref, side in Party.objects.filter(
            matter_id__in={m for m, _ in refs}, side__in=sides
        ).values_list("matter_id", "ref", "side"):
            if (matter_id, ref) in refs and side in sides:
                against[matter_id].add(why)
    for matter_id, account_id in _holders(against):
        for why in against[matter_id]:
            yield account_id, why


def _holders(matter_ids: Collection[int]) -> Iterator[tuple[int, int]]:
    """Who holds these matters for their applicants, and who did before."""
    if not matter_ids:
        return
    matters = Matter.objects.filter(pk__in=matter_ids, procedure__in=FOR_THE_APPLICANT)
    for one in matters:
        assigning = {
            s.code: s.effect_fact
            for s in declaration_of(one).steps
            if s.effect is Effect.ASSIGN and s.effect_fact
        }
        for event in Event.objects.filter(matter=one, step__in=assigning):
            yield one.pk, int(event.facts[assigning[event.step]])


def _in_mandates(parties: list[Known]) -> Iterator[tuple[int, str]]:
    """Whoever has noted a mandate for them, or against us."""
    for ours, side, why in ((False, MandateSide.CLIENT, FOR_THEM), (True, MandateSide.AGAINST, AGAINST_US)):
        condition = _matching([p for p in parties if p.ours is ours])
        if condition is not None:
            rows = Mandate.objects.filter(condition, side=side)
            yield from (
                (account_id, why)
                for account_id in rows.values_list("undertaker__entry__account_id", flat=True)
            )


def _themselves(parties: list[Known]) -> Iterator[tuple[int, str]]:
    """Whoever is a party of the matter themselves."""
    ids, phones = _all(p.ids for p in parties), _all(p.phones for p in parties)
    if ids or phones:
        rows = Undertaker.objects.filter(Q(id_fingerprint__in=ids) | Q(phone_fingerprint__in=phones))
        yield from (
            (account_id, IS_A_PARTY) for account_id in rows.values_list("entry__account_id", flat=True)
        )
