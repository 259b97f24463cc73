# asyncio.log. Read only with scripts that name it.

logger = logging.getLogger("asyncio")
log_by_default(logging.log_context)
