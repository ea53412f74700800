"""The areas of which papers say figures, as their placements tell them."""

import django.db.models.deletion
from django.db import migrations, models

_FILL = """
    INSERT INTO registry_paperarea (document_id, area)
    SELECT DISTINCT registry_fact.document_id, registry_series.area
    FROM registry_placement
    JOIN registry_fact ON registry_fact.id = registry_placement.fact_id
    JOIN registry_series ON registry_series.id = registry_placement.series_id
    ORDER BY 1, 2
"""


class Migration(migrations.Migration):
    dependencies = [("registry", "0010_programmes")]

    operations = [
        migrations.CreateModel(
            name="PaperArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("area", models.CharField(max_length=80)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="registry.document"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="paperarea",
            index=models.Index(fields=["area", "document"], name="paper_area_by_area"),
        ),
        migrations.AddConstraint(
            model_name="paperarea",
            constraint=models.UniqueConstraint(fields=("document", "area"), name="paper_area_once"),
        ),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
    ]
