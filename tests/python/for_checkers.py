"""What is imported for type checkers alone does not run."""

from __future__ import annotations

import asyncio
import typing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import elsewhere.module as other

    from nowhere import Thing
else:
    print("for the run")

if typing.TYPE_CHECKING:
    from .local import Local


class Held:
    thing: Thing

    def __init__(self, thing: Thing | None = None, local: Local = 3, *, kind: other.Kind = 1):
        self.thing: Thing = (thing, local, kind)


async def main(held: "Thing") -> Thing:
    await asyncio.sleep(1)
    return held


print(asyncio.run(main(1)), Held(2).thing)
