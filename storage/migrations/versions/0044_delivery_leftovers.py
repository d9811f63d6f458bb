"""Not yet anything."""

revision = "0044"
down_revision = "0043"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
