# asyncio.log. Read only with scripts that name it.

logger = logging.getLogger("asyncio")
