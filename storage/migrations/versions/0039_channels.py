"""Other ways to a person: services, letters, channels, texts to a phone."""

from storage.migrations.statements import run

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    """Forward."""
    run("services", "letters", "texts", "posts")


def downgrade() -> None:
    """Back."""
    run("posts_back", "texts_back", "letters_back", "services_back")
