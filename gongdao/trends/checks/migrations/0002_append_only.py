"""What was judged of triage only grows; the texts to learn from can be thrown away."""

from django.db import migrations

from gongdao.people.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("checks", "0001_initial")]
    operations = [append_only("checks_triagecheck", ("key",))]
