"""What is for sale, orders, money and tickets."""

from storage.migrations.statements import drop, run

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Forward."""
    run("selling", "orders")


def downgrade() -> None:
    """Back."""
    drop(
        "TABLE",
        "refunds",
        "tickets",
        "payments",
        "order_lines",
        "orders",
        "user_quota",
        "quota_ticket_types",
        "ticket_types",
        "quotas",
    )
