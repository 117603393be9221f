"""What the interface gives back. What it takes are the facts models of the procedures themselves."""

from datetime import date, datetime

from ninja import Schema


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


class RoadOut(Schema):
    """A road that is open."""

    code: str
    title: str
    office: str
    phone: str
    cost: str
    limit: str
    cites: list[CitationOut]


class UnderstoodOut(Schema):
    """What a text is about."""

    kind: str
    title: str
    first_level: str
    why: str
    alerts: list[str]
    articles: list[CitationOut]
    roads: list[RoadOut]


class StoryIn(Schema):
    """A person's own words."""

    story: str


class ArticleOut(Schema):
    """An article as the statute book has it on a day."""

    law: str
    number: str
    status: str
    text: str


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


class PaperOut(Schema):
    """A paper of the dossier."""

    id: int
    code: str
    title: str
    seq: int
    is_scan: bool


class FileOut(Schema):
    """A file in the store, to be pointed to by facts."""

    fingerprint: str
    size: int
    media_type: str
