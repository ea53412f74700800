"""Figures not yet agreed that an approver has opened to the public; those told before are to be approved first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0012_targets_apart")]

    operations = [
        migrations.CreateModel(
            name="ApprovedDifference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BinaryField(db_index=True, max_length=16)),
                ("who", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by", models.CharField(blank=True, default="", max_length=150)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("key",),
                        name="difference_approved_once",
                    )
                ]
            },
        )
    ]
