"""Questions to the house, and its answers."""

from storage.migrations.statements import drop, run

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Forward."""
    run("enquiries")


def downgrade() -> None:
    """Back."""
    drop("TABLE", "enquiries")
    drop("TYPE", "enquiry_status", "enquiry_topic")
