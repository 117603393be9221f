"""Personal data of a matter: parties, sealed texts, and the codes with which parties come back."""

from django.db import models


class Party(models.Model):
    """One version of a party's particulars. The newest ``seq`` of a ``ref`` counts; older ones stay as history.

    The fingerprints are keyed (HMAC-SM3): they find the same person again without showing who it is.
    """

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="parties", verbose_name="事项")
    ref = models.CharField("称呼", max_length=8)
    seq = models.PositiveIntegerField("记录于")
    side = models.CharField("一方", max_length=12)
    particulars_sealed = models.BinaryField("基本情况（加密）")
    name_fingerprint = models.CharField("姓名指纹", max_length=64, db_index=True)
    id_fingerprint = models.CharField("证件指纹", max_length=64, blank=True, db_index=True)
    phone_fingerprint = models.CharField("电话指纹", max_length=64, blank=True, db_index=True)

    personal_fields = frozenset(
        {"particulars_sealed", "name_fingerprint", "id_fingerprint", "phone_fingerprint"}
    )
    plain_fields = frozenset({"id", "matter", "ref", "seq", "side"})

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "ref", "seq"], name="party_version_once")]

    def __str__(self) -> str:
        return f"{self.matter_id}/{self.ref}"


class SealedText(models.Model):
    """A text that may name or describe a person; the event points to it by ``ref`` ("story#3")."""

    matter = models.ForeignKey(
        "matters.Matter", models.PROTECT, related_name="sealed_texts", verbose_name="事项"
    )
    ref = models.CharField("位置", max_length=120)
    text_sealed = models.BinaryField("内容（加密）")

    personal_fields = frozenset({"text_sealed"})
    plain_fields = frozenset({"id", "matter", "ref"})

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "ref"], name="sealed_text_once")]

    def __str__(self) -> str:
        return f"{self.matter_id}/{self.ref}"


class AccessCode(models.Model):
    """Lets a party without an account open their own matter. Only a keyed fingerprint of the code is kept."""

    matter = models.ForeignKey(
        "matters.Matter", models.PROTECT, related_name="access_codes", verbose_name="事项"
    )
    party = models.CharField("当事人", max_length=8)
    code_fingerprint = models.CharField("查询码指纹", max_length=64)
    issued_at = models.DateTimeField("发出时间")
    revoked_at = models.DateTimeField("作废时间", null=True)

    personal_fields = frozenset({"code_fingerprint"})
    plain_fields = frozenset({"id", "matter", "party", "issued_at", "revoked_at"})

    def __str__(self) -> str:
        return f"{self.matter_id}/{self.party}"
