"""What a designer can do."""
