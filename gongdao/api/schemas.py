"""What the interface gives back. What it takes are the facts models of the procedures themselves."""

from datetime import date, datetime

from ninja import Schema

from gongdao.law.citation import Citation
from gongdao.procedures.engine.declaration import Notice


class Problem(Schema):
    """What stands against a request, in plain Chinese; ``fields`` by field path where facts were wrong."""

    problem: str
    reasons: list[str] = []
    fields: dict[str, list[str]] = {}


class CitationOut(Schema):
    """An article, with the phrase that matters where one is known."""

    law: str
    article: str
    paragraph: int | None
    item: str | None
    phrase: str | None

    @classmethod
    def of(cls, citation: Citation) -> "CitationOut":
        """As the core has it."""
        return cls(
            law=citation.law.name, article=citation.article, paragraph=citation.paragraph, item=citation.item,
            phrase=citation.phrase,
        )  # fmt: skip


class AlertOut(Schema):
    """What must not be missed, and what can be done today."""

    level: str
    title: str
    text: str
    today: str
    cites: list[CitationOut]


class OptionOut(Schema):
    """One answer to a question."""

    code: str
    label: str


class QuestionOut(Schema):
    """What to ask back; the answer goes into ``answers`` of the next call."""

    code: str
    text: str
    options: list[OptionOut]


class RoadOut(Schema):
    """A road that is open."""

    code: str
    title: str
    office: str
    phone: str
    note: str
    cost: str
    limit: str
    gate: str
    bar: str
    bring: list[str]
    because: str
    cites: list[CitationOut]


class UnderstoodOut(Schema):
    """What a text is about."""

    kind: str
    title: str
    first_level: str
    share: float
    field: str
    field_top3: list[str]
    why: str
    with_meaning: bool
    facts: list[str]
    alerts: list[AlertOut]
    limits: list[AlertOut]
    questions: list[QuestionOut]
    articles: list[CitationOut]
    roads: list[RoadOut]


class StoryIn(Schema):
    """A person's own words, and what was answered to the questions asked back."""

    story: str
    answers: dict[str, str] = {}


class ArticleOut(Schema):
    """An article as the statute book has it on a day."""

    law: str
    number: str
    status: str
    text: str


class FoundOut(ArticleOut):
    """An article that a search found, and why."""

    why: str


class OpenedOut(Schema):
    """A new matter. The codes (by party) are given once."""

    number: str
    state: str
    access_codes: dict[str, str]


class ClockOut(Schema):
    """A period as it stands."""

    code: str
    title: str
    last_day: date | None
    paused: bool
    running: bool
    reasons: list[str]


class StepOut(Schema):
    """A step that could be taken, with what still stands against it."""

    code: str
    title: str
    open: bool
    against: list[str]


class MatterOut(Schema):
    """Where a matter stands. Personal data is not part of it."""

    number: str
    procedure: str
    state: str
    state_title: str
    kind: str
    office: str
    seq: int
    next_due: datetime | None
    steps: list[StepOut] = []
    clocks: list[ClockOut] = []


class EventOut(Schema):
    """The event a step became."""

    number: str
    seq: int
    step: str
    at: datetime
    fingerprint: str
    state: str


class HappenedOut(Schema):
    """A step that was taken."""

    step: str
    title: str
    at: datetime
    actor: str
    by: str


class NoticeOut(Schema):
    """Something that must be told."""

    code: str
    title: str
    text: str
    since: datetime
    cites: list[CitationOut]

    @classmethod
    def of(cls, notice: Notice, since: datetime) -> "NoticeOut":
        """As the declaration has it."""
        cites = [CitationOut.of(citation) for citation in notice.cites]
        return cls(code=notice.code, title=notice.title, text=notice.text, since=since, cites=cites)


class ReadOut(Schema):
    """Somebody read the file."""

    at: datetime
    who: str
    purpose: str


class WorkOut(Schema):
    """A matter that waits for this person: what may be done, and the last day of the soonest clock."""

    number: str
    state_title: str
    steps: list[str]
    last_day: date | None
    overdue: bool
    minded: bool


class PaperOut(Schema):
    """A paper of the dossier."""

    id: int
    code: str
    title: str
    seq: int
    is_scan: bool
    number: str  # of the matter it belongs to: a child's papers lie in the same dossier


class FileOut(Schema):
    """A file in the store, to be pointed to by facts."""

    fingerprint: str
    size: int
    media_type: str
