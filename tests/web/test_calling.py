"""Who calls again is told of what they brought themselves, and of nothing else that bears their number."""

from typing import Any

from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.models import Matter
from gongdao.procedures.consultation.facts import QuestionFacts
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.engine.everyday import PartyCorrectionFacts
from gongdao.procedures.people_mediation.facts import ApplicationFacts
from gongdao.procedures.petition_reception.facts import VisitorFacts
from tests.web.test_pages import signed_in
from tests.world import World, next_key, now_on

NOW = now_on("2025-03-03")
HERS, HIS, NEW = "000-1111-2222", "000-3333-4444", "000-5555-6666"


def found_by(who: str, phone: str) -> str:
    return signed_in(who).post("/desk/caller/", {"phone": phone}).content.decode()


def at_the_desk(world: World, who: str) -> Doer:
    return Doer(Actor.COMMITTEE, account=world.people[who], channel=Channel.COUNTER)


def mediation(world: World) -> Matter:
    """She has asked for mediation and named him."""
    facts = ApplicationFacts.model_validate(
        {"kind": "neighbour", "applicants": [{"name": "甲示例", "phone": HERS}], "respondents": [{"name": "乙示例", "phone": HIS}],
         "story": "他堵我的门，还要打我。", "afraid": True, "told_data_use": True}
    )  # fmt: skip
    return opened(world, "people_mediation", "apply", Actor.APPLICANT, "committee_clerk", facts)


def consultation(world: World) -> Matter:
    facts = QuestionFacts.model_validate(
        {"applicants": [{"name": "甲示例", "phone": HERS}], "story": "工资没有给。", "kind": "migrant_wages", "told_data_use": True}
    )  # fmt: skip
    return opened(world, "consultation", "ask", Actor.COMMITTEE, "service_clerk", facts)


def reception(world: World) -> Matter:
    facts = VisitorFacts.model_validate(
        {"received_on": NOW.date(), "reception_place": "接待中心", "visitors": [{"name": "甲示例", "phone": HERS}],
         "story": "工程款没有给。", "kind": "contract", "told_data_use": True}
    )  # fmt: skip
    return opened(world, "petition_reception", "register_visit", Actor.COMMITTEE, "service_clerk", facts)


def opened(world: World, procedure: str, step: str, actor: Actor, who: str, facts: Any) -> Matter:
    account = world.people[who]
    office = world.committee if procedure == "people_mediation" else world.centre
    doer = Doer(actor, account=account, channel=Channel.COUNTER)
    return open_matter(
        procedure=procedure, office=office, step=step, doer=doer, at=NOW, facts=facts, key=next_key()
    ).matter  # fmt: skip


def test_who_is_complained_of_does_not_learn_by_calling_that_somebody_came(world: World) -> None:
    number = mediation(world).number
    assert number in found_by("committee_clerk", HERS)
    assert number not in found_by("committee_clerk", HIS)


def test_a_number_given_up_finds_nothing_and_the_new_one_does(world: World) -> None:
    matter = consultation(world)
    facts = PartyCorrectionFacts.model_validate(
        {"amended_party": "p1", "amended_particulars": {"name": "甲示例", "phone": NEW}}
    )
    doer = at_the_desk(world, "service_clerk")
    take_step(matter, "correct_party", doer=doer, at=NOW, facts=facts, key=next_key())
    assert matter.number not in found_by("service_clerk", HERS)
    assert matter.number in found_by("service_clerk", NEW)


def test_a_visit_to_the_lawyers_reception_is_not_held_against_who_calls(world: World) -> None:
    asked, visit = consultation(world), reception(world)
    page = found_by("service_clerk", HERS)
    assert asked.number in page
    assert visit.number not in page
