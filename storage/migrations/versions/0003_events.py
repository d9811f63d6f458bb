"""Events."""

from storage.migrations.statements import drop, run

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Forward."""
    run("events")


def downgrade() -> None:
    """Back."""
    drop(
        "TABLE",
        "event_collections",
        "event_staff",
        "event_schedules",
        "event_models",
        "events",
        "venues",
    )
