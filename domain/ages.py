"""How old people are, and what that decides."""

from datetime import date

YOUNGEST = 16
"""Years: nobody younger walks here, with or without a guardian."""
OF_AGE = 18
"""Years from which a person consents for themselves."""


def age(born: date, today: date) -> int:
    """Full years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def is_of_age(born: date, today: date) -> bool:
    """Whether somebody consents for themselves."""
    return age(born, today) >= OF_AGE


def years_ago(today: date, years: int) -> date:
    """The same day `years` ago; 28 February where there was no 29th."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return date(today.year - years, 2, 28)
