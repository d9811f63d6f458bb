"""Row security: a small world, and what each person can reach of it."""
