"""Promo codes that are not guessed without end."""

from storage.migrations.statements import run

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    """Forward."""
    run("order_leftovers")


def downgrade() -> None:
    """Back."""
    run("order_leftovers_back")
