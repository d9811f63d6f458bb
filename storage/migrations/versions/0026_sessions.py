"""Who is signed in on the web, and with what password."""

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
