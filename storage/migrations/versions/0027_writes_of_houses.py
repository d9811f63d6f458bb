"""Nobody writes what another house offers."""

from storage.migrations.statements import run

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Forward."""
    run("writes_of_houses")


def downgrade() -> None:
    """Back."""
    run("writes_of_houses_back")
