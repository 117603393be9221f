"""The log of the exchange and what partners said they hold only grow."""

from django.db import migrations

from gongdao.people.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_initial")]
    operations = [append_only("exchange_exchanged"), append_only("exchange_holding")]
