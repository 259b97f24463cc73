# checked by: program
# underlines: numpy
# underlines: as_complete
# underlines: sleep
# underlines: asyncoi
# underlines: count
# underlines: count
# underlines: IO
# underlines: await asyncio.sleep(1)
# underlines: nowhere
# underlines: return
# underlines: break
# underlines: 3
import asyncio
import numpy
from asyncio import as_complete
from typing import IO

count = 0


async def main():
    await sleep(1)
    await asyncoi.sleep(1)
    print(count)
    count += 1
    return IO


def plain():
    await asyncio.sleep(1)
    nonlocal nowhere


return
break
plain(3)
