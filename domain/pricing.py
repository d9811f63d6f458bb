"""What a basket costs. Pure."""

from collections.abc import Mapping

from domain.baskets import Basket
from domain.money import Money


def total(basket: Basket, prices: Mapping[int, Money], currency: str) -> Money:
    """The sum over the basket; `prices` by position, all in `currency`.

    Raises `KeyError` for a position that is not for sale.
    """
    return Money(sum(prices[place].amount * count for place, count in basket.chosen()), currency)
