"""The public legal service centre of the city, with the people in it and the figures it has filled in."""

from dataclasses import dataclass

from gongdao.people.models import Account, Office

# Made up: no statute fixes any of them.
FIGURES = {
    "counsel_confirm_days": 7,
    "counsel_check_days": 10,
    "counsel_pay_days": 20,
    "consultation_answer_days": 3,
    "consultation_reply_days": 7,
    "petition_reply_days": 30,
}
DATED_FIGURES = {"counsel_visit_fee": 200, "counsel_remote_fee": 60, "counsel_lecture_fee": 300}


@dataclass
class ServiceCentre:
    """The centre with a clerk, a head and those who advise; and the notary office of the city with somebody in it."""

    office: Office
    clerk: Account
    head: Account
    advisers: list[Account]
    notaries: Office
    notary: Account
