"""What is said of a difference as a digest, by which its approval is found; boards made without it are made anew."""

from typing import Any

from django.db import migrations, models


def forget(apps: Any, editor: Any) -> None:  # noqa: ARG001 - as Django calls it
    """Take out what was made."""
    apps.get_model("pages", "Board").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("pages", "0006_grades")]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.AddField("boarddifference", "key", models.BinaryField(default=bytes, max_length=16)),
    ]
