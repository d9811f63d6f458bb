"""What the audit told is sealed every minute, and read in the chat."""

from storage.migrations.statements import run

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Forward."""
    run("seals", "history")


def downgrade() -> None:
    """Back."""
    run("history_back", "seals_back")
