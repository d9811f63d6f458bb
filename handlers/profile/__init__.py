"""My profile: what I tell about myself, my e-mail address and number, and what I like."""
