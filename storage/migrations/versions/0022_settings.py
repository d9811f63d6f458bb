"""Caps, limits and times that an operator sets while the portal runs; incidents."""

from storage.migrations.statements import run

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Forward."""
    run("settings", "looks", "incidents")


def downgrade() -> None:
    """Back."""
    run("incidents_back", "looks_back", "settings_back")
