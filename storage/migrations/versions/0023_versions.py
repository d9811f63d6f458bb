"""Every change of what is made here leaves a version, and nobody takes one away."""

from storage.migrations.statements import run

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Forward."""
    run("versions")


def downgrade() -> None:
    """Back."""
    run("versions_back")
