"""Who may do what."""

from storage.migrations.statements import run

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Forward."""
    run("grants")


def downgrade() -> None:
    """Back."""
    run("grants_back")
