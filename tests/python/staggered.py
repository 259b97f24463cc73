# staggered-like & producers
import asyncio
from asyncio.staggered import staggered_race
async def main():
    loop = asyncio.get_running_loop()
    def coro(i, d, fail=False):
        async def f():
            print('start', i, round(loop.time(), 3))
            try: await asyncio.sleep(d)
            except asyncio.CancelledError: print('cancelled', i); raise
            if fail: raise ValueError(i)
            return f'res {i}'
        return f
    print(await staggered_race([], delay=None))
    print(await staggered_race([coro(0, 0.1)], delay=None))
    w, i, ex = await staggered_race([coro(0, 1), coro(1, 0.1), coro(2, 1)], delay=0.3); print(w, i, ex)
    w, i, ex = await staggered_race([coro(0, 0.1, True), coro(1, 0.1, True), coro(2, 0.1)], delay=0.5); print(w, i, ex, loop.time())
    w, i, ex = await staggered_race([coro(0, 0.1, True), coro(1, 0.1, True)], delay=None); print(w, i, ex)
asyncio.run(main())
