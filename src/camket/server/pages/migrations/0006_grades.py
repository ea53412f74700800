"""The order of the queue of review by fact, kept with that by paper; what was kept without it is made anew."""

from typing import Any

from django.db import migrations, models


def forget(apps: Any, editor: Any) -> None:  # noqa: ARG001 - as Django calls it
    """Take out what was kept."""
    for name in ("QueueLine", "QueueState"):
        apps.get_model("pages", name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("pages", "0005_work")]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.AddField("queueline", "grades", models.BinaryField(default=bytes)),
    ]
