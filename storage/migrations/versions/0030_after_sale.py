"""Giving back one ticket or all under the policy shown at purchase."""

from storage.migrations.statements import run

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Forward."""
    run("after_sale")


def downgrade() -> None:
    """Back."""
    run("after_sale_back")
