"""What who runs the portal can do."""
