"""A paper keeps the office that made it: after a hand-over the matter has another one."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):  # type: ignore[no-untyped-def]
    """Papers made so far name the office that holds their matter now."""
    offices = apps.get_model("matters", "Matter").objects.filter(pk=OuterRef("matter_id"))
    apps.get_model("matters", "Paper").objects.update(office_id=Subquery(offices.values("office_id")))


def _office(null: bool) -> models.ForeignKey:
    return models.ForeignKey(
        db_index=False,
        null=null,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="people.office",
        verbose_name="制作机构",
    )


class Migration(migrations.Migration):
    dependencies = [("matters", "0002_append_only"), ("people", "0002_append_only")]
    operations = [
        migrations.AddField("paper", "office", _office(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("paper", "office", _office(null=False)),
    ]
