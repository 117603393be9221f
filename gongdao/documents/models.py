"""Files kept encrypted outside the database, found by their fingerprint."""

from django.db import models


class StoredFile(models.Model):
    """A file's SM3 fingerprint (of its plain bytes) is its key; the bytes lie sealed in the file store."""

    fingerprint = models.CharField("指纹", max_length=64, primary_key=True)
    size = models.PositiveIntegerField("字节数")
    media_type = models.CharField("类型", max_length=100)
    stored_at = models.DateTimeField("存入时间")

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"fingerprint", "size", "media_type", "stored_at"})

    def __str__(self) -> str:
        return self.fingerprint[:12]
