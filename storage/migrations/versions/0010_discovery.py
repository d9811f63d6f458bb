"""Finding evenings and following who makes them."""

from storage.migrations.statements import run

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Forward."""
    run("follows", "search", "search_triggers")


def downgrade() -> None:
    """Back."""
    run("discovery_back")
