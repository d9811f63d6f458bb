"""Nobody writes what another house offers."""

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
