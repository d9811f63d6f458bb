"""A person is forgotten, and nothing is kept longer than its rule says."""

from storage.migrations.statements import run

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Forward."""
    run("forgetting")


def downgrade() -> None:
    """Back."""
    run("forgetting_back")
