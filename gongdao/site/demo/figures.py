"""The city's lake, and the returns its chief has published."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from gongdao.law.calendar import SHANGHAI
from gongdao.people.models import Account, Office
from gongdao.site.demo.city import BUREAU_CODE
from gongdao.trends.lake.exporting import Busy, export
from gongdao.trends.lake.manifest import NotALake
from gongdao.trends.returns.actions import ReturnRefused, publish_return
from gongdao.trends.statistics.periods import Month

_CHIEF = "minghe.chief"


def bring_up_to_date() -> None:
    """Export what is new; a lake of another database is made anew."""
    folder = Path(settings.GONGDAO_LAKE)
    try:
        export(folder)
    except NotALake:
        export(folder, everything=True)
    except Busy:
        pass


def publish_some(now: datetime) -> None:
    """The lake of a new city, and the returns of the last month and the last quarter that are over."""
    export(Path(settings.GONGDAO_LAKE), everything=True)
    unit, chief = Office.objects.get(code=BUREAU_CODE), Account.objects.get(username=_CHIEF)
    for code in _last_periods(Month.of(now.astimezone(SHANGHAI).date())):
        try:
            publish_return(unit, code, by=chief, at=now)
        except ReturnRefused:
            continue  # a city of a few matters may have nothing that can be shown


def _last_periods(this: Month) -> list[str]:
    before = Month(this.year - 1, 12) if this.month == 1 else Month(this.year, this.month - 1)
    quarter = (this.month - 1) // 3
    return [str(before), f"{this.year}Q{quarter}" if quarter else f"{this.year - 1}Q4"]
