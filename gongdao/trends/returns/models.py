"""A published return: frozen, fingerprinted, append-only."""

import json
from typing import Any

from django.db import models


class PublishedReturn(models.Model):
    """A return as it was published, or a later restatement of one. Never changed: what differs later is a new row that
    points to the one it restates, with the reason and the name of who says so.

    ``figures_text`` is the whole table for those entitled to open its matters; ``shown_text`` what everybody else sees,
    small numbers hidden, decided once at the first publication; ``basis_text`` the atoms it was added up from.
    """

    unit = models.ForeignKey("people.Office", models.PROTECT, related_name="+", verbose_name="填报单位")
    period = models.CharField("期间", max_length=10)
    version = models.PositiveSmallIntegerField("第几版")
    definitions = models.CharField("口径指纹", max_length=64)
    lake_event = models.BigIntegerField("算到第几条记录")
    figures_text = models.TextField("全部数字")
    shown_text = models.TextField("公开的数字")
    basis_text = models.TextField("公开数字的底数")
    restates = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="restated_by", verbose_name="更正的是"
    )
    reason = models.CharField("更正原因", max_length=400, blank=True)
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+", verbose_name="发布人")
    at = models.DateTimeField("发布时间")
    previous = models.CharField("上一份指纹", max_length=64, unique=True)
    fingerprint = models.CharField("指纹", max_length=64, unique=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        [
            "id", "unit", "period", "version", "definitions", "lake_event", "figures_text", "shown_text", "basis_text", "restates",
            "reason", "by", "at", "previous", "fingerprint",
        ]
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "period", "version"], name="return_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.period}"

    @property
    def figures(self) -> dict[str, Any]:
        """{"rows": [[code, title, [offices]]…], "figures": {row: {column: figure}}}."""
        return json.loads(self.figures_text)

    @property
    def shown(self) -> dict[str, dict[str, int | None]]:
        """Row → column → figure, None where it is hidden."""
        return json.loads(self.shown_text)

    @property
    def basis(self) -> dict[str, Any]:
        """{"atoms": [[month, office, property, value, n]…], "committee": {office: kind}}."""
        return json.loads(self.basis_text)
