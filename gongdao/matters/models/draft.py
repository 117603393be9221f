"""A form put aside before it was filed: sealed, opened only by its own code, gone after two weeks."""

from django.db import models


class Draft(models.Model):
    """What somebody has written so far. It belongs to no matter and to no account."""

    code_fingerprint = models.CharField("取回码指纹", max_length=64, unique=True)
    written_sealed = models.BinaryField("写到哪里（加密）")
    kept_at = models.DateTimeField("存下的时间")
    gone_at = models.DateTimeField("删除的时间", db_index=True)

    personal_fields = frozenset({"written_sealed", "code_fingerprint"})
    plain_fields = frozenset({"id", "kept_at", "gone_at"})

    def __str__(self) -> str:
        return f"draft {self.pk}"
