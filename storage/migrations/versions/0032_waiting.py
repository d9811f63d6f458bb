"""A place in line, and offers that hold seats."""

from storage.migrations.statements import run

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Forward."""
    run("waiting")


def downgrade() -> None:
    """Back."""
    run("waiting_back")
