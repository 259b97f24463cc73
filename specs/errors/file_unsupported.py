# What programs cannot use is refused before the run.
# underlines: match command
# underlines: ...
# underlines: b"bytes"
# underlines: from . import kitchen
# underlines: a @ b
import asyncio


async def main(command, a, b):
    match command:
        case "stop":
            return
    x = ...
    y = b"bytes"
    from . import kitchen
    return a @ b
