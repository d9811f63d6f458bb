"""Orders that a house looks at before they are paid."""

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
