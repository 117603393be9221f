"""An event: what was done, by whom, when. Append-only; the database refuses UPDATE and DELETE."""

import json
from typing import Any

from django.db import models


class Event(models.Model):
    """One step taken. ``facts_text`` is canonical JSON that points to parties, sealed texts and files; it holds no
    raw personal data. ``fingerprint`` is SM3 over everything here and the previous fingerprint."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="events", verbose_name="事项")
    seq = models.PositiveIntegerField("序号")
    step = models.CharField("步骤", max_length=60)
    actor = models.CharField("身份", max_length=20)
    account = models.ForeignKey(
        "people.Account", models.PROTECT, null=True, verbose_name="经手人", db_index=False
    )
    party = models.CharField("当事人", max_length=8, blank=True)
    channel = models.CharField("途径", max_length=10)
    at = models.DateTimeField("时间")
    facts_text = models.TextField("内容")
    key = models.CharField("提交编号", max_length=80, unique=True)
    request = models.CharField("提交内容指纹", max_length=64)
    previous = models.CharField("上一条指纹", max_length=64)
    fingerprint = models.CharField("指纹", max_length=64)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        [
            "id",
            "matter",
            "seq",
            "step",
            "actor",
            "account",
            "party",
            "channel",
            "at",
            "facts_text",
            "key",
            "request",
            "previous",
            "fingerprint",
        ]
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "seq"], name="event_once_per_place")]
        ordering = ["matter_id", "seq"]

    def __str__(self) -> str:
        return f"{self.matter_id}/{self.seq} {self.step}"

    @property
    def facts(self) -> dict[str, Any]:
        """The facts as the engine reads them."""
        return json.loads(self.facts_text)
