"""The negative control: aiogram as it comes, at the same gate.

Arguments: token, Bot API, DSN, and a port for webhook mode, 0 for polling.
"""

import asyncio
import sys

import asyncpg
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

READY = "stock bot is ready"
_TAKE = """
    WITH gate AS (SELECT id FROM quotas FOR UPDATE)
    INSERT INTO job_runs (name, scheduled_for) SELECT 'handled', now() FROM gate LIMIT 1
"""


async def _run(token: str, api: str, dsn: str, port: int) -> None:
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def take(query: CallbackQuery) -> None:
        connection = await asyncpg.connect(dsn)
        await connection.execute(_TAKE)

    if not port:
        sys.stderr.write(READY + "\n")
        await dispatcher.start_polling(bot)
        return
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(app, path="/telegram/updates")
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    sys.stderr.write(READY + "\n")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_run(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
