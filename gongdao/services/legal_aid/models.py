"""The register of undertakers, and for whom or against whom they have acted elsewhere."""

from django.db import models


class UndertakerKind(models.TextChoices):
    """Who may give legal aid (法律援助法 art. 12)."""

    LAWYER = "lawyer", "律师"
    LEGAL_WORKER = "legal_worker", "基层法律服务工作者"
    VOLUNTEER = "volunteer", "法律援助志愿者"
    STAFF = "staff", "法律援助机构工作人员"


class Undertaker(models.Model):
    """Somebody who gives legal aid: what they do, in which languages, where, since when.

    Name, firm, licence and field of work are public in the register of lawyers. Identity number and telephone are
    kept only as keyed fingerprints: enough to see that somebody is a party to the matter themselves.
    """

    account = models.OneToOneField(
        "people.Account", models.PROTECT, related_name="undertaker", verbose_name="账号"
    )
    kind = models.CharField("身份", max_length=20, choices=UndertakerKind.choices)
    firm = models.CharField("执业机构", max_length=80, blank=True)
    licence_number = models.CharField("执业证号", max_length=40, blank=True)
    licensed_since = models.DateField("开始执业", null=True)
    fields = models.JSONField("擅长的事项", default=list)
    languages = models.JSONField("会的语言或方言", default=list)
    knows_minors = models.BooleanField("熟悉未成年人身心特点", default=False)
    area = models.ForeignKey("people.Area", models.PROTECT, related_name="+", verbose_name="所在地")
    away_until = models.DateField("到哪天为止不接指派", null=True)
    id_fingerprint = models.CharField("证件指纹", max_length=64, blank=True, db_index=True)
    phone_fingerprint = models.CharField("电话指纹", max_length=64, blank=True, db_index=True)

    personal_fields = frozenset({"id_fingerprint", "phone_fingerprint"})
    plain_fields = frozenset(
        {
            "id", "account", "kind", "firm", "licence_number", "licensed_since", "fields", "languages", "knows_minors",
            "area", "away_until",
        }
    )  # fmt: skip

    def __str__(self) -> str:
        return str(self.account)


class MandateSide(models.TextChoices):
    """On which side somebody stood when the undertaker acted."""

    CLIENT = "client", "委托人"
    AGAINST = "against", "对方"


class Mandate(models.Model):
    """An undertaker has acted, or acts, for or against somebody elsewhere. Only keyed fingerprints: enough to see a
    conflict of interest, nothing to read."""

    undertaker = models.ForeignKey(
        Undertaker, models.PROTECT, related_name="mandates", verbose_name="法律援助人员"
    )
    side = models.CharField("对方还是委托人", max_length=10, choices=MandateSide.choices)
    is_organisation = models.BooleanField("是单位", default=False)
    name_fingerprint = models.CharField("名称指纹", max_length=64, db_index=True)
    id_fingerprint = models.CharField("证件指纹", max_length=64, blank=True, db_index=True)
    phone_fingerprint = models.CharField("电话指纹", max_length=64, blank=True, db_index=True)
    noted_at = models.DateTimeField("登记时间")

    personal_fields = frozenset({"name_fingerprint", "id_fingerprint", "phone_fingerprint"})
    plain_fields = frozenset({"id", "undertaker", "side", "is_organisation", "noted_at"})

    def __str__(self) -> str:
        return f"{self.undertaker} {self.side}"
