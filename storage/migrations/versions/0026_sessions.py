"""Who is signed in on the web, and with what password."""

from storage.migrations.statements import run

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Forward."""
    run("sessions")


def downgrade() -> None:
    """Back."""
    run("sessions_back")
