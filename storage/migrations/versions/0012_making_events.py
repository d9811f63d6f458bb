"""Making events in chat."""

from alembic import op

from storage.migrations.statements import drop, run

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Forward."""
    run("making_events")


def downgrade() -> None:
    """Back."""
    drop("FUNCTION", "sec.invite_staff")
    op.execute("REVOKE DELETE ON ticket_types, quotas FROM portal_app")
