"""Giving back one ticket or all under the policy shown at purchase."""

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
