"""The acts of the story of the three uses, one use a file."""
