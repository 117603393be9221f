"""Everything that goes on in the public legal service centre: advisers of villages, consultations."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle

from gongdao.law.calendar import Calendar
from gongdao.site.demo.city import City
from gongdao.site.demo.consulting import HOW_MANY, ConsultationLife
from gongdao.site.demo.counsel import CounselLife
from gongdao.site.demo.receiving import Booking, Reception

CentreLife = CounselLife | ConsultationLife | Reception | Booking
RECEPTIONS, BOOKED = 5, 6
# The villages and communities with an adviser, by township and place in it: the others have none yet.
ADVISED = (("990102001", 0), ("990102001", 1), ("990121100", 0), ("990122100", 1))


def centre_lives(city: City, calendar: Calendar, today: date) -> Iterator[CentreLife]:
    """Every matter of the centre."""
    centre = city.services
    for number, (township, place) in enumerate(ADVISED):
        adviser = centre.advisers[number % len(centre.advisers)]
        yield CounselLife(number, city.villages[township][place], adviser, centre, calendar, today)
    for number, villages in zip(range(HOW_MANY), cycle(city.villages.values()), strict=False):
        yield ConsultationLife(number, villages[number % len(villages)], centre, calendar, today)
    for number, villages in zip(range(RECEPTIONS), cycle(city.villages.values()), strict=False):
        yield Reception(number, villages[0], centre, calendar, today)
    for number, villages in zip(range(BOOKED), cycle(city.villages.values()), strict=False):
        yield Booking(number, villages[0], centre.notaries, centre.notary, calendar, today)
