"""How the house draws: palettes, lettering, and the pictures that posters and tickets share."""
