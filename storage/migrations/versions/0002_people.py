"""People, and what some of them are in fashion."""

from storage.migrations.statements import drop, run

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Forward."""
    run("people", "fashion")


def downgrade() -> None:
    """Back."""
    drop(
        "TABLE",
        "collections",
        "models",
        "designers",
        "user_profiles",
        "telegram_accounts",
        "sessions",
        "organizer_applications",
        "one_time_links",
        "dialog_drafts",
        "administrators",
        "users",
    )
