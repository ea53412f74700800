"""What sets the series of a typed target apart: its prices, and whether each of several years is meant."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0011_paper_areas")]

    operations = [
        migrations.AddField(
            model_name="target",
            name="price_basis",
            field=models.CharField(blank=True, default="", max_length=30),
        ),
        migrations.AddField(
            model_name="target",
            name="each_year",
            field=models.BooleanField(default=False),
        ),
    ]
