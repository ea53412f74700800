"""Tallies of plans apart from their targets, approved differences found by their keys; boards without are made anew."""

from typing import Any

from django.db import migrations, models


def forget(apps: Any, editor: Any) -> None:  # noqa: ARG001 - as Django calls it
    """Take out the boards that were kept."""
    apps.get_model("pages", "Board").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("pages", "0007_difference_keys")]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.AddField("boardplan", "claims", models.BinaryField(default=bytes)),
        migrations.AddIndex("boarddifference", models.Index(fields=["board", "key"], name="difference_by_key")),
    ]
