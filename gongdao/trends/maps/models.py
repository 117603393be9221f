"""Fields; writes are in actions.py, reads in queries.py."""

from django.db import models


class Boundary(models.Model):
    """Where an area lies. ``polygons`` as GeoJSON's MultiPolygon: polygons of rings of [x, y], the outer ring first."""

    area = models.OneToOneField("people.Area", models.PROTECT, related_name="boundary", verbose_name="地区")
    polygons = models.JSONField("界线")
    imported_at = models.DateTimeField("导入时间")

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "area", "polygons", "imported_at"})

    def __str__(self) -> str:
        return str(self.area)
