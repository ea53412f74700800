"""The order of the queue of review, kept by paper."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0003_seeing"), ("registry", "0009_stage")]

    operations = [
        migrations.CreateModel(
            name="QueueState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("readers", models.CharField(max_length=100, unique=True)),
                ("frame", models.CharField(max_length=80)),
                ("reading", models.BigIntegerField()),
                ("placement", models.BigIntegerField()),
                ("judgement", models.BigIntegerField()),
                ("undone_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="QueueLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("readers", models.CharField(max_length=100)),
                ("most", models.FloatField()),
                ("count", models.IntegerField()),
                ("of_contested", models.IntegerField(default=0)),
                ("of_planned", models.IntegerField(default=0)),
                ("of_headline", models.IntegerField(default=0)),
                ("of_due", models.IntegerField(default=0)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="queue_lines",
                        to="registry.document",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["readers", "-most", "-count", "-document"], name="queue_order")],
                "constraints": [models.UniqueConstraint(fields=("readers", "document"), name="queue_line_once")],
            },
        ),
    ]
