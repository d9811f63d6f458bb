"""Giving a ticket to a friend, and the rules of the door."""

from storage.migrations.statements import run

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Forward."""
    run("door_rules")


def downgrade() -> None:
    """Back."""
    run("door_rules_back")
