"""What triage said of a story and what staff say it was. Codes only, nothing about a person; the table only grows.

The texts an office may learn from are apart: sealed, and thrown away when somebody wants that.
"""

from django.db import models


class TriageCheck(models.Model):
    """One look at what triage said of a matter's story. The latest of a matter counts. ``said_*`` is what triage says
    at that moment, the others what the person who looked says: kind of either level, field, channel of the first road."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="事项")
    office = models.ForeignKey("people.Office", models.PROTECT, related_name="+", verbose_name="机构")
    said_kind = models.CharField("系统说的种类", max_length=60)
    said_field = models.CharField("系统说的领域", max_length=20)
    said_road = models.CharField("系统说的第一条路", max_length=40)
    with_meaning = models.BooleanField("用了语义模型")
    kind = models.CharField("实际种类", max_length=60)
    field = models.CharField("实际领域", max_length=20)
    road = models.CharField("该先走的路", max_length=40)
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+", verbose_name="核对人")
    at = models.DateTimeField("核对时间")
    key = models.CharField("提交编号", max_length=80, unique=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        ["id", "matter", "office", "said_kind", "said_field", "said_road", "with_meaning", "kind", "field", "road", "by",
         "at", "key"]
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["office", "at"])]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.at:%Y-%m-%d}"


class LearningText(models.Model):
    """The story of a check without names and numbers, read by the person who looked; sealed all the same."""

    of = models.OneToOneField(TriageCheck, models.PROTECT, related_name="learning", verbose_name="核对")
    text_sealed = models.BinaryField("文字（已去掉个人信息，加密）")

    personal_fields = frozenset({"text_sealed"})
    plain_fields = frozenset({"id", "of"})

    def __str__(self) -> str:
        return str(self.of_id)
