"""What is long stays quick to read: audiences by the chunk, the audit by seals and by people."""

from storage.migrations.statements import run

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Forward."""
    run("audience_bounds", "seal_index", "audit_lines")


def downgrade() -> None:
    """Back."""
    run("audit_lines_back", "seal_index_back", "audience_bounds_back")
