"""Masks beside what is sealed, and nobody looks behind one without saying why.

Rows from before get their masks by the sweep that follows a migration.
"""

from storage.migrations.statements import run

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Forward."""
    run("masks", "enter_masked", "trail", "review", "reveal")


def downgrade() -> None:
    """Back."""
    run("reveal_back", "review_back", "trail_back", "enter_masked_back", "masks_back")
