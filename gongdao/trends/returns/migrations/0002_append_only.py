"""Published returns only grow: the database refuses the rest."""

from django.db import migrations

from gongdao.people.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("returns", "0001_initial")]
    operations = [
        append_only(
            "returns_publishedreturn",
            ("previous",), ("fingerprint",), ("restates_id",), ("unit_id", "period", "version"),
        )
    ]  # fmt: skip
