"""The words that columns may hold, and the schema of trusted functions."""

from alembic import op

from storage.migrations.statements import drop, run

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Forward."""
    run("common", "words")


def downgrade() -> None:
    """Back."""
    drop(
        "TYPE",
        "user_type",
        "user_status",
        "approval_status",
        "link_purpose",
        "event_status",
        "event_type",
        "staff_role",
        "collection_status",
        "ticket_type_status",
        "quota_kind",
        "order_status",
        "payment_status",
        "payment_state",
        "refund_status",
        "refund_source",
        "ticket_status",
        "scan_direction",
        "scan_result",
        "campaign_status",
        "campaign_type",
        "notification_type",
        "notification_status",
        "log_level",
        "service_status",
        "call_status",
    )
    drop("SCHEMA", "sec")
    op.execute("ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC")
