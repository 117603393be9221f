"""Questions of law by telephone, at the counter and online, answered in one thread each."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from gongdao.law.calendar import Calendar
from gongdao.matters.doer import Channel, Doer
from gongdao.people.models import Area
from gongdao.procedures.engine.declaration import Actor
from gongdao.site.demo import moments, names
from gongdao.site.demo.acts import Acts
from gongdao.site.demo.centre import ServiceCentre
from gongdao.site.demo.plans import SEED

# What was asked, its kind, what was added later (by telephone, online, or nothing), the answer.
QUESTIONS = (
    ("老板欠了三个月工资，没签合同，能告他吗？", "migrant_wages", "有微信聊天和转账记录。", "没签合同也能证明劳动关系。可以向劳动监察投诉，也可以申请仲裁；微信记录先截图保存。"),
    ("房东不退押金，租房合同上没写怎么退。", "housing_land", "", "合同没写的，按交接时的房屋状况协商；协商不成可以申请调解，也可以起诉。"),
    ("楼上漏水，物业说管不了，找谁？", "neighbour", "漏水的地方拍了照片。", "先请楼上修，不修的可以申请调解；损失要留票据。"),
    ("老人的存款没有遗嘱，兄妹三个怎么分？", "marriage_family", "", "没有遗嘱的按法定继承，同一顺序一般均等；有争议的可以先调解。"),
    ("前年借出去的钱要不回来，欠条还在。", "contract", "欠条上写的是去年底还。", "从约定还款的那天起算三年内都可以主张；先书面催要，留下凭据。"),
    ("网上买的东西是假的，商家不退。", "ecommerce", "", "先找平台，再向市场监督管理部门投诉；假货可以要求赔偿。"),
)  # fmt: skip
HOW_MANY = 14


class ConsultationLife(Acts):
    """One thread, from the question to its end."""

    def __init__(
        self, number: int, village: Area, centre: ServiceCentre, calendar: Calendar, today: date
    ) -> None:
        rng = Random(f"{SEED}/consultation/{number}")
        day = today - timedelta(days=3 + number * 17)
        super().__init__(
            f"consultation-{number}", rng, moments.on_day(day, rng, calendar, office=True), calendar
        )
        self.village, self.centre, self.number = village, centre, number
        self.question, self.kind, self.more, self.reply = QUESTIONS[number % len(QUESTIONS)]
        self.is_online, self.told = number % 3 == 0, self.question

    def run(self) -> Iterator[datetime]:
        yield self.at
        facts = {
            "story": self.question, "applicants": [{"name": names.person(self.rng), "phone": names.phone(self.rng)}],
            "kind": self.kind, "told_data_use": True,
        }  # fmt: skip
        doer = Doer(Actor.APPLICANT, channel=Channel.WEB) if self.is_online else self._clerk()
        self.begin_with("consultation", "ask", doer, facts, office=self.centre.office, area=self.village)
        if self.more:
            lawyer = self.centre.advisers[self.number % 2]
            self._do("name_answerer", self._clerk(), answerer=str(lawyer.pk))
            yield self.wait(0, 1)
            by_lawyer = Doer(Actor.COUNSEL, lawyer, channel=Channel.PHONE)
            self._do("ask_back", by_lawyer, asked_back="手上有什么凭据？")
            yield self.wait(1, 3)
            self._do(
                "add_words",
                Doer(Actor.APPLICANT, self.centre.clerk, channel=Channel.PHONE),
                more_said=self.more,
            )
            yield self.wait(0, 2)
            self._do("answer", by_lawyer, answer=self.reply, told_of_aid=True)
        else:
            yield self.wait(0, 2)
            self._do("answer", self._clerk(), answer=self.reply, told_of_aid=True)
        if self.number % 4:
            yield self.wait(3, 9)
            self._do("finish", self._clerk())

    def _clerk(self) -> Doer:
        channel = Channel.PHONE if self.number % 2 else Channel.COUNTER
        return Doer(Actor.COMMITTEE, self.centre.clerk, channel=channel)

    def _do(self, step: str, doer: Doer, **facts: object) -> None:
        assert self.matter
        self._take(self.matter, step, doer, facts)
