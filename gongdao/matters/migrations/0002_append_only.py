"""Events and anchors only grow: the database refuses the rest."""

from django.db import migrations

from gongdao.people.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_initial")]
    operations = [append_only("matters_event", ("key",), ("matter_id", "seq")), append_only("matters_anchor")]
