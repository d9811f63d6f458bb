"""What a person may ask of us about their data, and when it is due."""

from storage.migrations.statements import run

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Forward."""
    run("requests", "consenting")


def downgrade() -> None:
    """Back."""
    run("consenting_back", "requests_back")
