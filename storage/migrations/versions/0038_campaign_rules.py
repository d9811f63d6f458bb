"""When a campaign may reach a person, and who says that it may leave."""

from storage.migrations.statements import run

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    """Forward."""
    run("campaign_rules")


def downgrade() -> None:
    """Back."""
    run("campaign_rules_back")
