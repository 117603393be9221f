"""Partners, what went to and fro, and what a partner says it holds. No personal data: that is in the matters alone."""

from django.db import models


class Partner(models.Model):
    """An office that acts through its own system. Only its public keys are kept; both are 32 bytes, in hexadecimal."""

    office = models.OneToOneField(
        "people.Office", models.PROTECT, related_name="partner", verbose_name="单位"
    )
    signing_key = models.CharField("验签公钥", max_length=64)
    sealing_key = models.CharField("加密公钥", max_length=64)
    since = models.DateTimeField("启用时间")
    is_active = models.BooleanField("在用", default=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "office", "signing_key", "sealing_key", "since", "is_active"})

    def __str__(self) -> str:
        return self.office.code


class Exchanged(models.Model):
    """One message, or one whole package, that came or went. Rows are only added.

    ``partner`` is empty where nobody could be made out: a package altered on the way. ``fingerprint`` is SM3.
    """

    partner = models.ForeignKey(Partner, models.PROTECT, null=True, verbose_name="单位")
    is_incoming = models.BooleanField("来的")
    through = models.CharField("途径", max_length=10)
    message = models.CharField("消息编号", max_length=80, db_index=True)
    kind = models.CharField("种类", max_length=20)
    number = models.CharField("事项编号", max_length=60, blank=True)
    result = models.CharField("结果", max_length=10)
    why = models.CharField("原因", max_length=200, blank=True)
    fingerprint = models.CharField("指纹", max_length=64)
    at = models.DateTimeField("时间")

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        ["id", "partner", "is_incoming", "through", "message", "kind", "number", "result", "why", "fingerprint", "at"]
    )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.message} {self.result}"


class Holding(models.Model):
    """What a partner said it holds at a moment: {"asker/number": standing}. The newest counts."""

    partner = models.ForeignKey(Partner, models.PROTECT, verbose_name="单位")
    held = models.JSONField("对方手里的")
    at = models.DateTimeField("时间")

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "partner", "held", "at"})

    def __str__(self) -> str:
        return f"{self.partner} {self.at:%Y-%m-%d}"
