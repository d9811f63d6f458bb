"""What came, what goes back, and every cent of it in a ledger."""

from storage.migrations.statements import run

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Forward."""
    run("money", "ledger", "provider_events")


def downgrade() -> None:
    """Back."""
    run("provider_events_back", "ledger_back", "money_back")
