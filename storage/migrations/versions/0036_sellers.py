"""Who sells: their own provider, and what a receipt says."""

from storage.migrations.statements import run

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    """Forward."""
    run("sellers", "order_desk")


def downgrade() -> None:
    """Back."""
    run("order_desk_back", "sellers_back")
