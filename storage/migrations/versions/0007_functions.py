"""Functions: who enters, and how places are taken."""

from storage.migrations.statements import drop, run

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Forward."""
    run("touch", "enter", "links", "quotas", "quota_steps", "reserve")


def downgrade() -> None:
    """Back."""
    for table in ("users", "events", "orders"):
        drop("TRIGGER", f"touch ON {table}")
    drop(
        "FUNCTION",
        "reserve",
        "over_limit",
        "limit_shift",
        "bought",
        "current_order",
    )
    drop("FUNCTION", "quota_resize", "quota_unsell", "quota_take", "quota_sell", "quota_return")
    drop(
        "FUNCTION", "user_quota_return", "quota_shift", "quota_refresh_sold_out", "quota_shortage"
    )
    drop("FUNCTION", "sec.redeem_link", "sec.offer_first_administrator", "sec.enter")
    drop("FUNCTION", "touch", "uuid_floor")
