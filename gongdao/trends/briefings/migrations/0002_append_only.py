"""What was issued stays as it was."""

from django.db import migrations

from gongdao.people.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("briefings", "0001_initial")]
    operations = [append_only("briefings_briefing", ("key",), ("area_id", "month", "edition"))]
