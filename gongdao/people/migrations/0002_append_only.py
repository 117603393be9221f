"""The logs of staff changes and of reads only grow."""

from django.db import migrations

from gongdao.people.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [append_only("people_staffevent", ("fingerprint",)), append_only("people_accesslog")]
