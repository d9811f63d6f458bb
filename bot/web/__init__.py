"""The web pages of who works here: signing in, a password, where one is signed in."""
