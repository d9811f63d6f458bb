"""Orders that a house looks at before they are paid."""

from storage.migrations.statements import run

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    """Forward."""
    run("approving")


def downgrade() -> None:
    """Back."""
    run("approving_back")
