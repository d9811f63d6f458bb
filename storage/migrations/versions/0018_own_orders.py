"""A question to the house names no order of somebody else."""

from storage.migrations.statements import run

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Forward."""
    run("own_orders")


def downgrade() -> None:
    """Back."""
    run("own_orders_back")
