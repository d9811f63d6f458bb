"""Row security: a signed context, public names apart from people, and who sees which row."""

from storage.migrations.statements import run

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Forward."""
    run(
        "context",
        "public_names",
        "notify",
        "audience",
        "reserve_in_context",
        "policies",
        "policies_of_app",
    )


def downgrade() -> None:
    """Back."""
    run("policies_back", "reserve_in_context_back", "public_names_back", "context_back")
