"""The bodies of the city that mediate under a law of their own."""

from dataclasses import dataclass

from gongdao.people.models import Account, Office
from gongdao.people.models.office import OfficeKind

# kind of office: the word in user names and codes, and what it is called in a township, or in a county
OF_A_TOWNSHIP = {
    OfficeKind.POLICE_STATION: ("police", "派出所"),
    OfficeKind.LABOUR_MEDIATION: ("work", "劳动争议调解中心"),
}
OF_A_RURAL_TOWNSHIP = {OfficeKind.TOWNSHIP: ("gov", "人民政府")}
OF_A_COUNTY = {
    OfficeKind.TRAFFIC_POLICE: ("traffic", "公安局交警大队"),
    OfficeKind.HEALTH: ("health", "卫生健康局"),
    OfficeKind.MARKET_SUPERVISION: ("market", "市场监督管理局"),
}


@dataclass(frozen=True, slots=True)
class Body:
    """A body with the officer who mediates."""

    office: Office
    officer: Account
