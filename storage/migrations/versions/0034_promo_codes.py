"""Codes that make a ticket cheaper, or show one that is hidden."""

from storage.migrations.statements import run

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """Forward."""
    run("promo", "reserve_with_code")


def downgrade() -> None:
    """Back."""
    run("reserve_with_code_back", "promo_back")
