"""Fields and constraints; writes are in actions.py, reads in queries.py."""

from django.db import models


class Briefing(models.Model):
    """One issued briefing, as it went out. A later edition of the same month says why; nothing is ever changed.

    ``figures`` are its numbers with their queries; ``shown`` the cells that anybody may have read, which later
    briefings must not give small ones away by difference.
    """

    area = models.ForeignKey("people.Area", models.PROTECT, related_name="+", verbose_name="地区")
    office = models.ForeignKey("people.Office", models.PROTECT, related_name="+", verbose_name="印发机关")
    month = models.DateField("月份（当月一日）")
    edition = models.PositiveIntegerField("第几版")
    because = models.CharField("重新印发的原因", max_length=200, blank=True)
    number = models.CharField("文号", max_length=40, blank=True)
    figures = models.JSONField("数字")
    shown = models.JSONField("已公开的格子")
    lake = models.CharField("数据指纹", max_length=64)
    template_version = models.CharField("模板版本", max_length=20)
    pdf = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+", verbose_name="PDF")
    docx = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+", verbose_name="Word")
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+", verbose_name="印发人")
    at = models.DateTimeField("印发时间")
    key = models.CharField("提交编号", max_length=80, unique=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        ["id", "area", "office", "month", "edition", "because", "number", "figures", "shown", "lake", "template_version",
         "pdf", "docx", "by", "at", "key"]
    )  # fmt: skip

    class Meta:
        ordering = ["-month", "-edition", "id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "month", "edition"], name="briefing_edition_once")
        ]

    def __str__(self) -> str:
        return f"{self.area_id} {self.month:%Y-%m}"
