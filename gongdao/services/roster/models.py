"""Days on duty."""

from django.db import models


class DutyDay(models.Model):
    """Somebody is on duty on a day. Taken off the roster, the row goes; both stay in the chain of StaffEvents."""

    office = models.ForeignKey("people.Office", models.PROTECT, related_name="duty_days", verbose_name="机构")
    account = models.ForeignKey(
        "people.Account", models.PROTECT, related_name="duty_days", verbose_name="值班律师"
    )
    day = models.DateField("日期")

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "office", "account", "day"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "account", "day"], name="on_duty_once_a_day")
        ]
        indexes = [models.Index(fields=["office", "day"])]

    def __str__(self) -> str:
        return f"{self.day} {self.account}"
