"""Who of the register gives legal aid, and for whom or against whom they have acted elsewhere."""

from django.db import models


class Undertaker(models.Model):
    """Somebody of the register who gives legal aid, and what an appointment needs to know beyond it.

    Identity number and telephone are kept only as keyed fingerprints: enough to see that somebody is a party to the
    matter themselves.
    """

    entry = models.OneToOneField(
        "register.Practitioner", models.PROTECT, related_name="undertaker", verbose_name="登记"
    )
    knows_minors = models.BooleanField("熟悉未成年人身心特点", default=False)
    away_until = models.DateField("到哪天为止不接指派", null=True)
    id_fingerprint = models.CharField("证件指纹", max_length=64, blank=True, db_index=True)
    phone_fingerprint = models.CharField("电话指纹", max_length=64, blank=True, db_index=True)

    personal_fields = frozenset({"id_fingerprint", "phone_fingerprint"})
    plain_fields = frozenset({"id", "entry", "knows_minors", "away_until"})

    def __str__(self) -> str:
        return str(self.entry)


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
