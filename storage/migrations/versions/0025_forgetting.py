"""A person is forgotten, and nothing is kept longer than its rule says."""

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
