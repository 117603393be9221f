"""Bodies and people of the register."""

from django.db import models

from gongdao.services.register.fields import PracticeKind, PractitionerKind


class Practice(models.Model):
    """A body in which legal services are given. Everything here stands on its door."""

    code = models.CharField("机构代码", max_length=40, unique=True)
    kind = models.CharField("类别", max_length=20, choices=[(k.value, k.label) for k in PracticeKind])
    name = models.CharField("名称", max_length=80)
    area = models.ForeignKey("people.Area", models.PROTECT, related_name="+", verbose_name="所在地")
    address = models.CharField("地址", max_length=120, blank=True)
    phone = models.CharField("办公电话", max_length=40, blank=True)
    fields = models.JSONField("业务", default=list)
    ended_on = models.DateField("不再执业的日期", null=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "code", "kind", "name", "area", "address", "phone", "fields", "ended_on"})

    def __str__(self) -> str:
        return self.name


class Practitioner(models.Model):
    """A person who gives legal services. Name, number and body of a practitioner are published by law; nothing else
    about the person is kept. ``account`` is set where the person also works in this platform."""

    account = models.OneToOneField(
        "people.Account", models.PROTECT, null=True, related_name="practitioner", verbose_name="账号"
    )
    kind = models.CharField("身份", max_length=20, choices=[(k.value, k.label) for k in PractitionerKind])
    name = models.CharField("姓名", max_length=40)
    licence_number = models.CharField("执业证号", max_length=40, blank=True)
    licensed_since = models.DateField("开始执业", null=True)
    practice = models.ForeignKey(
        Practice, models.PROTECT, null=True, related_name="practitioners", verbose_name="执业机构"
    )
    area = models.ForeignKey("people.Area", models.PROTECT, related_name="+", verbose_name="所在地")
    fields = models.JSONField("业务", default=list)
    languages = models.JSONField("会的语言或方言", default=list)
    ended_on = models.DateField("不再执业的日期", null=True)

    # As with an account's name: in this capacity it stands in the published register and on every paper.
    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        {
            "id", "account", "kind", "name", "licence_number", "licensed_since", "practice", "area", "fields", "languages",
            "ended_on",
        }
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "licence_number"],
                condition=~models.Q(licence_number=""),
                name="one_entry_per_licence",
            )
        ]
        indexes = [models.Index(fields=["kind", "area"])]

    def __str__(self) -> str:
        return self.name

    @property
    def firm(self) -> str:
        """The body's name; empty for who practises in none."""
        return self.practice.name if self.practice else ""
