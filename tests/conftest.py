"""What every test may ask for: a migrated database, a Valkey, a sandbox, a bot."""

import gc

from bot.console.lifetime import settle

pytest_plugins = ["tests.storage.database_fixtures", "tests.portal_fixtures"]


def pytest_collection_finish() -> None:
    """Spare the garbage collector what all tests share: its rounds were a tenth of the run."""
    settle()
    gc.set_threshold(20_000, 20, 20)
