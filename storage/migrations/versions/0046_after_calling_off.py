"""Who held tickets for an evening that was called off can still be written to."""

from storage.migrations.statements import run

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    """Forward."""
    run("after_calling_off")


def downgrade() -> None:
    """Back."""
    run("after_calling_off_back")
