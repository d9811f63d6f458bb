"""Posts campaigns where everybody reads them, one after the other."""

from datetime import timedelta

from telegram.error import TelegramError

from bot import gateway
from bot.gateway import GatewayError, GatewayRefused, GatewayUncertain
from bot.limiter import Paused
from bot.screens import campaigns as screens
from domain import campaigns, posts
from domain.actors import WORKER
from domain.campaigns import Campaign
from domain.errors import NotAvailable
from domain.notifications import Failed, Outcome, Postponed, Refused, Sent, Unwanted
from domain.services import Resting
from jobs import outside
from jobs.post import Post as Carrier
from jobs.post import outcome_of
from storage.database import Database


class Posts:
    """Makes what posts are due. Any number of processes may."""

    def __init__(self, db: Database, carrier: Carrier, *, username: str) -> None:
        self._db = db
        self._carrier = carrier
        self._username = username

    async def make(self) -> None:
        """Post until nothing is due. Raises `Unavailable`."""
        while True:
            async with self._db.begin(WORKER) as tx:
                post = await posts.claim(tx.session, now=tx.now)
                if post is None:
                    return
                campaign = await campaigns.to_send(tx.session, campaign_id=post.campaign_id)
                objection = campaign.coming.objection(tx.now)
            if objection is None:
                outcome = await self._attempt(post, campaign)
            else:
                outcome = Unwanted(objection.why)
            async with self._db.begin(WORKER) as tx:
                await posts.finish(tx.session, post=post, outcome=outcome, now=tx.now)

    async def _attempt(self, post: posts.Post, campaign: Campaign) -> Outcome:
        try:
            return await self._call(post, campaign)
        except (TelegramError, Paused) as error:
            return outcome_of(error)
        except Resting as rest:
            return Postponed(timedelta(seconds=rest.seconds), "the service rests")
        except GatewayRefused as error:
            return Refused(str(error))
        except GatewayError as error:
            return Failed(str(error), uncertain=isinstance(error, GatewayUncertain))
        except NotAvailable:
            return Unwanted("the service was removed")

    async def _call(self, post: posts.Post, campaign: Campaign) -> Outcome:
        if post.chat_id is not None:
            screen = screens.posted(campaign, username=self._username)
            return Sent(await self._carrier.send(post.chat_id, screen))
        if post.service_id is None:
            return Unwanted("the channel is not connected any more")
        words = screens.posted_words(campaign, username=self._username)
        await outside.call(
            self._db, post.service_id, "post", lambda to: gateway.send(to.address, words)
        )
        return Sent(None)
