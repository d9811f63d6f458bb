"""Finding evenings and following who makes them."""

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
