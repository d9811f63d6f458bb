"""Masks beside what is sealed. Rows from before get theirs by the sweep after a migration."""

from storage.migrations.statements import run

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Forward."""
    run("masks", "enter_masked")


def downgrade() -> None:
    """Back."""
    run("enter_masked_back", "masks_back")
