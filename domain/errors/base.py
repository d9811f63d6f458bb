"""What every room may refuse."""


class DomainError(Exception):
    """Root of the refusals. A subclass carries data, never a sentence."""


class NotAvailable(DomainError):
    """It does not exist, or not for this person: the two are never told apart."""


class NotAllowed(DomainError):
    """The person may not do this."""


class Busy(DomainError):
    """Too much is going on at this moment; the same tap may be tried again."""
