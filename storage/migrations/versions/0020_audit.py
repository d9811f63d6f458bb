"""The audit: every table tells of its changes, and nobody takes back what it told."""

from storage.migrations.statements import run

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Forward."""
    run("context_asked", "audit", "audited")


def downgrade() -> None:
    """Back."""
    run("audit_back", "context_asked_back")
