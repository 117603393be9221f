"""What an undertaker publishes moves into the one register; here stays what an appointment needs beyond it."""

import django.db.models.deletion
from django.db import migrations, models


def move(apps, schema_editor):
    """One register entry for every undertaker; a firm that was only a name becomes a body with a code to be put right."""
    Undertaker = apps.get_model("legal_aid", "Undertaker")
    Practice = apps.get_model("register", "Practice")
    Practitioner = apps.get_model("register", "Practitioner")
    bodies = {"lawyer": "law_firm", "legal_worker": "legal_service"}
    for one in Undertaker.objects.select_related("account", "area"):
        practice = None
        if one.firm and one.kind in bodies:
            practice = Practice.objects.filter(name=one.firm, kind=bodies[one.kind]).first()
            practice = practice or Practice.objects.create(
                code=f"待补-{one.pk}", kind=bodies[one.kind], name=one.firm, area=one.area
            )
        one.entry = Practitioner.objects.create(
            account=one.account, kind=one.kind, name=one.account.display_name, licence_number=one.licence_number,
            licensed_since=one.licensed_since, practice=practice, area=one.area, fields=one.fields, languages=one.languages,
        )  # fmt: skip
        one.save(update_fields=["entry"])


class Migration(migrations.Migration):
    dependencies = [("legal_aid", "0001_initial"), ("register", "0001_initial")]
    operations = [
        migrations.AddField(
            "undertaker",
            "entry",
            models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="undertaker",
                to="register.practitioner", verbose_name="登记",
            ),
        ),
        migrations.RunPython(move, migrations.RunPython.noop),
        *(
            migrations.RemoveField("undertaker", name)
            for name in ("account", "kind", "firm", "licence_number", "licensed_since", "fields", "languages", "area")
        ),
        migrations.AlterField(
            "undertaker",
            "entry",
            models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="undertaker", to="register.practitioner",
                verbose_name="登记",
            ),
        ),
    ]  # fmt: skip
