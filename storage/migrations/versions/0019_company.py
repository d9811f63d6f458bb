"""Where somebody works is sealed; the name of a house stands by itself."""

from storage.migrations.statements import run

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Forward."""
    run("company")


def downgrade() -> None:
    """Back."""
    run("company_back")
