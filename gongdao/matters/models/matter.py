"""A matter: one thing somebody brought."""

from django.db import models


class Matter(models.Model):
    """The row behind a case. ``state``, ``next_due``, ``owner`` and the like are projections of its events, kept
    here only so that lists can be filtered and sorted; a test compares them with the fold of the events."""

    number = models.CharField("编号", max_length=20, unique=True)
    procedure = models.CharField("程序", max_length=60)
    effective = models.DateField("程序版本")
    state = models.CharField("状态", max_length=60)
    office = models.ForeignKey(
        "people.Office", models.PROTECT, related_name="matters", verbose_name="经办机构"
    )
    offered_to = models.ForeignKey(
        "people.Office", models.PROTECT, null=True, related_name="offered_matters", verbose_name="拟转往机构"
    )
    owner = models.ForeignKey(
        "people.Account", models.PROTECT, null=True, related_name="matters", verbose_name="调解员"
    )
    area = models.ForeignKey("people.Area", models.PROTECT, null=True, verbose_name="地区")
    kind = models.CharField("纠纷种类", max_length=60, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="children", verbose_name="所属事项"
    )
    next_due = models.DateTimeField("最近期限", null=True)
    seq = models.PositiveIntegerField("事件数", default=0)
    head = models.CharField("最后一条指纹", max_length=64, default="")
    opened_at = models.DateTimeField("登记时间")
    changed_at = models.DateTimeField("最近办理时间")
    closed_at = models.DateTimeField("办结时间", null=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        [
            "id",
            "number",
            "procedure",
            "effective",
            "state",
            "office",
            "offered_to",
            "owner",
            "area",
            "kind",
            "parent",
            "next_due",
            "seq",
            "head",
            "opened_at",
            "changed_at",
            "closed_at",
        ]
    )

    class Meta:
        indexes = [
            models.Index(fields=["office", "closed_at", "next_due"]),
            models.Index(fields=["owner", "closed_at", "next_due"]),
            models.Index(fields=["offered_to"]),
        ]

    def __str__(self) -> str:
        return self.number
