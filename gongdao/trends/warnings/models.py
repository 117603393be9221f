"""Fields and constraints; writes are in actions.py, reads in queries.py.

All but the sealed notes only grow: what was warned of, answered and judged stays as it was.
"""

from django.db import models

from gongdao.trends.warnings.asked import Verdict


class AreaWarning(models.Model):
    """Disputes of a kind came more often than usual in areas that lie together. ``recipe`` holds everything needed to
    compute it again: level, seed, replicates, fingerprint of the lake, version of the method."""

    key = models.CharField("唯一标识", max_length=120, unique=True)
    kind = models.CharField("纠纷种类", max_length=60)
    level = models.CharField("地区级别", max_length=10)
    week = models.DateField("发现于（一周的星期一）")
    starts = models.DateField("自")
    ends = models.DateField("至")
    observed = models.PositiveIntegerField("实际件数")
    expected = models.FloatField("往常件数")
    once_in = models.FloatField("平常多少年才会碰巧出现一次")
    promise = models.FloatField("每年约有几次误报")
    method = models.CharField("方法", max_length=300)
    recipe = models.JSONField("计算依据")
    opened_at = models.DateTimeField("发出时间")

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        ["id", "key", "kind", "level", "week", "starts", "ends", "observed", "expected", "once_in", "promise", "method",
         "recipe", "opened_at"]
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["kind", "week"])]

    def __str__(self) -> str:
        return self.key


class WarnedArea(models.Model):
    """One of the areas a warning is about, with its own part of the numbers."""

    warning = models.ForeignKey(AreaWarning, models.PROTECT, related_name="places", verbose_name="预警")
    area = models.ForeignKey("people.Area", models.PROTECT, related_name="+", verbose_name="地区")
    observed = models.PositiveIntegerField("实际件数")
    expected = models.FloatField("往常件数")

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "warning", "area", "observed", "expected"})

    class Meta:
        constraints = [models.UniqueConstraint(fields=["warning", "area"], name="warning_area_once")]

    def __str__(self) -> str:
        return f"{self.warning_id}/{self.area_id}"


class Sighting(models.Model):
    """A later week in which the same rise was still there: it opens no second warning."""

    warning = models.ForeignKey(AreaWarning, models.PROTECT, related_name="sightings", verbose_name="预警")
    week = models.DateField("一周的星期一")
    starts = models.DateField("自")
    ends = models.DateField("至")
    observed = models.PositiveIntegerField("实际件数")
    expected = models.FloatField("往常件数")
    seen_at = models.DateTimeField("计算时间")

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "warning", "week", "starts", "ends", "observed", "expected", "seen_at"})

    class Meta:
        constraints = [models.UniqueConstraint(fields=["warning", "week"], name="sighting_once_a_week")]

    def __str__(self) -> str:
        return f"{self.warning_id}/{self.week}"


class Note(models.Model):
    """What somebody wrote about a warning, sealed: it should name nobody, but a text may."""

    text_sealed = models.BinaryField("内容（加密）")

    personal_fields = frozenset({"text_sealed"})
    plain_fields = frozenset({"id"})

    def __str__(self) -> str:
        return str(self.pk)


class Answer(models.Model):
    """What is to be done about a warning, by whom and by when; or, with ``done_on``, what has been done."""

    warning = models.ForeignKey(AreaWarning, models.PROTECT, related_name="answers", verbose_name="预警")
    measures = models.JSONField("措施")
    note = models.OneToOneField(Note, models.PROTECT, related_name="+", verbose_name="说明")
    responsible = models.ForeignKey(
        "people.Account", models.PROTECT, null=True, related_name="+", verbose_name="负责人"
    )
    due_on = models.DateField("办结期限", null=True)
    done_on = models.DateField("办结日期", null=True)
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+", verbose_name="答复人")
    at = models.DateTimeField("答复时间")
    key = models.CharField("提交编号", max_length=80, unique=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset(
        {"id", "warning", "measures", "note", "responsible", "due_on", "done_on", "by", "at", "key"}
    )

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__isnull=False) | models.Q(done_on__isnull=False),
                name="answer_is_due_or_done",
            )
        ]

    def __str__(self) -> str:
        return f"{self.warning_id} {self.at:%Y-%m-%d}"


class Judgement(models.Model):
    """Whether a warning was right, said by a named person with a reason. The latest counts; earlier ones stay."""

    warning = models.ForeignKey(AreaWarning, models.PROTECT, related_name="judgements", verbose_name="预警")
    verdict = models.CharField("结论", max_length=10, choices=[(one.value, one.label) for one in Verdict])
    note = models.OneToOneField(Note, models.PROTECT, related_name="+", verbose_name="理由")
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+", verbose_name="评判人")
    at = models.DateTimeField("评判时间")
    key = models.CharField("提交编号", max_length=80, unique=True)

    personal_fields = frozenset[str]()
    plain_fields = frozenset({"id", "warning", "verdict", "note", "by", "at", "key"})

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.warning_id} {self.verdict}"
