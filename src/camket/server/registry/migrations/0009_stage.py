"""How far papers of departments have come. What is there was seen by the office already, and stands as it did."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0008_approvals")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="stage",
            field=models.SmallIntegerField(choices=[(0, "Stands"), (1, "Released"), (2, "Entered")], default=0),
        ),
    ]
