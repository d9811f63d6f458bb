"""Giving a ticket to a friend, and the rules of the door."""

from storage.migrations.statements import run

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Forward."""
    run("door_rules")
    run("gifts")
    run("door_money")


def downgrade() -> None:
    """Back."""
    run("door_money_back")
    run("gifts_back")
    run("door_rules_back")
