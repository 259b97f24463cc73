import asyncio, collections.abc
class Co(collections.abc.Coroutine):
    def __init__(self, script): self.script = list(script)
    def send(self, v):
        print('send', v)
        if not self.script: raise StopIteration('done')
        x = self.script.pop(0)
        if isinstance(x, Exception): raise x
        return x
    def throw(self, typ, val=None, tb=None):
        print('throw', typ if isinstance(typ, type) else repr(typ)); super().throw(typ, val, tb)
    def __await__(self): return (yield from self._it())
    def _it(self):
        while True:
            try: yield self.send(None)
            except StopIteration as e: return e.value
async def main():
    print(asyncio.iscoroutine(Co([])), isinstance(Co([]), collections.abc.Awaitable))
    print(await asyncio.create_task(Co([None, None])))
    print(await Co([None]))
    print(await asyncio.gather(Co([]), Co([None])))
    try: await asyncio.create_task(Co([ValueError('v')]))
    except ValueError as e: print(repr(e))
    t = asyncio.create_task(Co([None, None, None])); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print('C', t.cancelled())
    try: await asyncio.wait_for(Co([None]), 1)
    except Exception as e: print(repr(e))
    c = Co([]); c.close()
    class Half(collections.abc.Coroutine):
        def send(self, v): pass
    try: Half()
    except TypeError as e: print(e)
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(0.1).__await__(); return 'aw'
    print(await asyncio.ensure_future(Aw()), await asyncio.gather(Aw(), Aw()), await asyncio.wait_for(Aw(), 1))
    try: asyncio.create_task(Aw())
    except TypeError as e: print('a coroutine was expected' in str(e))
    print(await asyncio.shield(Aw()))
    class NotAw: pass
    try: await asyncio.ensure_future(NotAw())
    except TypeError as e: print(e)
asyncio.run(main())
