"""Campaigns, consents and reminders."""

from storage.migrations.statements import drop, run

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Forward."""
    run("broadcasts")


def downgrade() -> None:
    """Back."""
    run("broadcasts_back")
    drop("TABLE", "reminder_rounds", "consents", "consent_states")
    drop("FUNCTION", "sec.keep_consent", "require_consent", "derived_id")
    drop("TYPE", "campaign_audience", "campaign_purpose", "consent_purpose")
