"""Who sells: their own provider, and what a receipt says."""

from storage.migrations.statements import run

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    """Forward."""
    run("sellers")


def downgrade() -> None:
    """Back."""
    run("sellers_back")
