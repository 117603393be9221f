"""An anchor: one fingerprint over every event of a span, so that a missing tail or a missing matter shows."""

from django.db import models


class Anchor(models.Model):
    """Covers the events with ``first_event`` <= id <= ``last_event``. A copy is written outside the database."""

    first_event = models.BigIntegerField("自")
    last_event = models.BigIntegerField("至")
    events = models.PositiveIntegerField("条数")
    root = models.CharField("总指纹", max_length=64)
    previous = models.CharField("上一个总指纹", max_length=64)
    at = models.DateTimeField("时间")

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "first_event", "last_event", "events", "root", "previous", "at"})

    def __str__(self) -> str:
        return f"{self.first_event}-{self.last_event}"
