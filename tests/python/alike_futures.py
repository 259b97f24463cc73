# duck future
import asyncio
class Duck:
    _asyncio_future_blocking = False
    def __init__(self, loop):
        self._loop = loop
        self._cbs = []
        self._state = 'PENDING'
        self._result = None
        self._exc = None
    def get_loop(self):
        return self._loop
    def done(self):
        return self._state != 'PENDING'
    def cancelled(self):
        return self._state == 'CANCELLED'
    def result(self):
        print('duck.result')
        if self._exc: raise self._exc
        return self._result
    def exception(self):
        return self._exc
    def cancel(self, msg=None):
        print('duck.cancel', msg)
        self._state = 'CANCELLED'
        self._exc = asyncio.CancelledError(msg)
        self._fire()
        return True
    def set_result(self, r):
        self._state = 'FINISHED'; self._result = r; self._fire()
    def set_exception(self, e):
        self._state = 'FINISHED'; self._exc = e; self._fire()
    def _fire(self):
        for fn, ctx in self._cbs:
            self._loop.call_soon(fn, self, context=ctx)
        self._cbs = []
    def add_done_callback(self, fn, *, context=None):
        print('duck.add', context is not None)
        if self.done():
            self._loop.call_soon(fn, self, context=context)
        else:
            self._cbs.append((fn, context))
    def remove_done_callback(self, fn):
        n = len(self._cbs)
        self._cbs = [c for c in self._cbs if c[0] != fn]
        return n - len(self._cbs)
    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        return self.result()
    __iter__ = __await__
async def w(d):
    try:
        r = await d
        print('got', r)
        return r
    except BaseException as e:
        print('exc', repr(e))
        raise
async def main():
    loop = asyncio.get_running_loop()
    d = Duck(loop)
    print(asyncio.isfuture(d), asyncio.isfuture(Duck))
    t = asyncio.create_task(w(d))
    loop.call_later(1, d.set_result, 5)
    print(await t, loop.time())
    d = Duck(loop)
    t = asyncio.create_task(w(d))
    loop.call_later(1, d.set_exception, ValueError('v'))
    try:
        await t
    except ValueError as e:
        print('main', e)
    d = Duck(loop)
    t = asyncio.create_task(w(d))
    await asyncio.sleep(0)
    print(t.cancel('stop'))
    try:
        await t
    except asyncio.CancelledError as e:
        print('main', e.args)
    d = Duck(loop)
    print(asyncio.ensure_future(d) is d)
    g = asyncio.gather(d, asyncio.sleep(1, 'x'))
    loop.call_later(2, d.set_result, 'dd')
    print(await g, loop.time())
    d = Duck(loop)
    loop.call_later(2, d.set_result, 'dd')
    print(await asyncio.wait_for(d, 3))
    d = Duck(loop)
    try:
        await asyncio.wait_for(d, 3)
    except TimeoutError:
        print('timeout', loop.time())
    d = Duck(loop)
    s = asyncio.shield(d)
    loop.call_later(1, d.set_result, 's')
    print(await s)
    d = Duck(loop); d2 = Duck(loop)
    loop.call_later(1, d2.set_result, 's')
    done, pend = await asyncio.wait([d, d2], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pend), d2 in done)
    loop.call_later(1, d.set_result, 'late')
    for c in asyncio.as_completed([d, d2]):
        print(await c)
asyncio.run(main())
