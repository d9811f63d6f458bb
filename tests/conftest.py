"""What every test may ask for: a migrated database, a Valkey, a sandbox, a bot."""

pytest_plugins = ["tests.storage.database_fixtures", "tests.portal_fixtures"]
