"""A local Bot API server with its chat page: any bot can be run, shown and tested against it."""
