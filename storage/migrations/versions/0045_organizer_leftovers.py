"""Not yet anything."""

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
