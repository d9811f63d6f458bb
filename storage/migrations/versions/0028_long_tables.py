"""A chunk of an audience and a seal of the audit cost the same however much lies before them."""

from storage.migrations.statements import run

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Forward."""
    run("audience_bounds", "seal_index")


def downgrade() -> None:
    """Back."""
    run("seal_index_back", "audience_bounds_back")
