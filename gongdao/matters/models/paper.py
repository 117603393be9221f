"""A paper in a slot of the dossier."""

from django.db import models


class Paper(models.Model):
    """Produced by the event ``seq`` of its matter, or a scan of the signed page that fills the same slot.

    The bytes are rendered from the events up to ``seq`` when first needed, then kept: ``pdf`` and ``docx`` point to
    the stored files. ``office`` held the matter then; after a hand-over another one does.
    """

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="papers", verbose_name="事项")
    office = models.ForeignKey(
        "people.Office", models.PROTECT, related_name="+", verbose_name="制作机构", db_index=False
    )
    code = models.CharField("文书", max_length=60)
    seq = models.PositiveIntegerField("产生于")
    is_scan = models.BooleanField("是签字页照片或扫描件", default=False)
    pdf = models.ForeignKey(
        "documents.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="PDF"
    )
    docx = models.ForeignKey(
        "documents.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="Word"
    )
    template_version = models.CharField("模板版本", max_length=40, blank=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        {"id", "matter", "office", "code", "seq", "is_scan", "pdf", "docx", "template_version"}
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "code", "seq"], name="paper_once_per_event")]
        ordering = ["matter_id", "seq", "id"]

    def __str__(self) -> str:
        return f"{self.matter_id}/{self.code}"
