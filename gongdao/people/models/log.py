"""Logs that only grow: what was changed about offices and posts, and who read which file."""

from django.db import models


class StaffEvent(models.Model):
    """A change to areas, offices, accounts, posts or a register. Facts hold no personal data. Chained with SM3."""

    what = models.CharField("事项", max_length=40)
    by = models.ForeignKey(
        "people.Account", models.PROTECT, null=True, related_name="+", verbose_name="经手人"
    )
    at = models.DateTimeField("时间")
    facts = models.JSONField("内容")
    previous = models.CharField("上一条指纹", max_length=64)
    fingerprint = models.CharField("指纹", max_length=64, unique=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "what", "by", "at", "facts", "previous", "fingerprint"})

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.what}"


class AccessLog(models.Model):
    """Who read what of which matter, why and through which channel. Shown to the person concerned
    (个人信息保护法 art. 45)."""

    at = models.DateTimeField("时间")
    matter_number = models.CharField("事项编号", max_length=20, db_index=True)
    account = models.ForeignKey(
        "people.Account", models.PROTECT, null=True, related_name="+", verbose_name="查看人"
    )
    citizen = models.CharField("当事人", max_length=40, blank=True)
    what = models.CharField("内容", max_length=120)
    purpose = models.CharField("目的", max_length=200)
    channel = models.CharField("途径", max_length=20)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        {"id", "at", "matter_number", "account", "citizen", "what", "purpose", "channel"}
    )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.matter_number}"
