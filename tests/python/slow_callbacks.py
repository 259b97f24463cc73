# debug mode
import asyncio, time
recs = []
import logging
class Hd(logging.Handler):
    def emit(self, r):
        m = r.getMessage()
        print('LOG', r.levelname, m[:30].split('<')[0], '...', m.split('took')[-1] if 'took' in m else '')
logging.getLogger('asyncio').addHandler(Hd())
logging.getLogger('asyncio').propagate = False
def slow(): time.sleep(0.5)
async def slowco():
    time.sleep(1)
    await asyncio.sleep(0)
    return 1
async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.call_soon(slow)
    await asyncio.sleep(1)
    await asyncio.create_task(slowco())
    loop.slow_callback_duration = 2
    loop.call_soon(slow)
    await asyncio.sleep(1)
    for bad in (None, 5, 'x', main, asyncio.sleep):
        for m in ('call_soon', 'call_later', 'call_at', 'call_soon_threadsafe'):
            try:
                if m in ('call_later', 'call_at'):
                    getattr(loop, m)(0, bad)
                else:
                    getattr(loop, m)(bad)
            except TypeError as e:
                print(m, str(e).split('<')[0])
    loop.set_debug(False)
    print(loop.get_debug())
asyncio.run(main(), debug=True)
async def m2():
    print(asyncio.get_running_loop().get_debug())
asyncio.run(m2(), debug=True)
asyncio.run(m2(), debug=False)
asyncio.run(m2())
with asyncio.Runner(debug=True) as r:
    r.run(m2())
