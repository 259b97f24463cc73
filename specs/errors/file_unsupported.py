# What programs cannot use is refused before the run.
# underlines: match command
# underlines: 2j
# underlines: from . import kitchen
# underlines: a @ b
import asyncio


async def main(command, a, b):
    match command:
        case "stop":
            return
    x = 2j
    from . import kitchen
    return a @ b
