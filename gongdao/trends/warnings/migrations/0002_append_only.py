"""What was warned of, answered and judged only grows; notes are sealed anew when the key changes."""

from django.db import migrations

from gongdao.people.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("warnings", "0001_initial")]
    operations = [
        append_only("warnings_areawarning", ("key",)),
        append_only("warnings_warnedarea", ("warning_id", "area_id")),
        append_only("warnings_sighting", ("warning_id", "week")),
        append_only("warnings_answer", ("key",), ("note_id",)),
        append_only("warnings_judgement", ("key",), ("note_id",)),
    ]
