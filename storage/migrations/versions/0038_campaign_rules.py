"""When a campaign may reach a person, and who says that it may leave."""

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
