"""An evening that comes back to a former start is reminded of again."""

from storage.migrations.statements import run

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    """Forward."""
    run("organizer_leftovers")


def downgrade() -> None:
    """Back."""
    run("organizer_leftovers_back")
