"""A question names no order of somebody else, and functions believe the signed context alone."""

from storage.migrations.statements import run

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Forward."""
    run("own_orders", "who_asks")


def downgrade() -> None:
    """Back."""
    run("who_asks_back", "own_orders_back")
