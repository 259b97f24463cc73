# future subclass with overridden methods, awaited by C task
import asyncio
class F(asyncio.Future):
    def result(self):
        print('result called')
        return super().result()
    def exception(self):
        print('exception called')
        return super().exception()
    def done(self):
        print('done called')
        return super().done()
    def cancelled(self):
        print('cancelled called')
        return super().cancelled()
    def cancel(self, msg=None):
        print('cancel called', msg)
        return super().cancel(msg)
    def set_result(self, r):
        print('set_result', r)
        super().set_result(r)
    def set_exception(self, e):
        print('set_exception', repr(e))
        super().set_exception(e)
    def add_done_callback(self, fn, *, context=None):
        print('add_done_callback', getattr(fn, '__name__', type(fn).__name__))
        super().add_done_callback(fn, context=context)
    def remove_done_callback(self, fn):
        print('remove_done_callback')
        return super().remove_done_callback(fn)
    def get_loop(self):
        print('get_loop called')
        return super().get_loop()
    def __await__(self):
        print('__await__')
        return (yield from super().__await__())
    __iter__ = __await__
async def waiter(f, tag):
    try:
        print(tag, 'got', await f)
    except BaseException as e:
        print(tag, 'exc', repr(e))
async def main():
    loop = asyncio.get_running_loop()
    print('-- plain await')
    f = F(loop=loop)
    t = asyncio.create_task(waiter(f, 'A'))
    await asyncio.sleep(0)
    f.set_result(1)
    await t
    print('-- cancel')
    f = F()
    t = asyncio.create_task(waiter(f, 'B'))
    await asyncio.sleep(0)
    t.cancel('why')
    await t
    print('-- gather')
    f, g = F(), F()
    gt = asyncio.ensure_future(asyncio.gather(f, g))
    await asyncio.sleep(0)
    f.set_result(1); g.set_result(2)
    print(await gt)
    print('-- gather exc')
    f, g = F(), F()
    gt = asyncio.gather(f, g)
    await asyncio.sleep(0)
    f.set_exception(ValueError('x'))
    try:
        await gt
    except ValueError as e:
        print('ve', e)
    g.cancel()
    await asyncio.sleep(0)
    print('-- gather return exceptions')
    f, g = F(), F()
    gt = asyncio.gather(f, g, return_exceptions=True)
    f.set_exception(ValueError('x')); g.cancel('m')
    print(await gt)
    print('-- gather cancel')
    f, g = F(), F()
    gt = asyncio.gather(f, g)
    print(gt.cancel('bye'))
    try:
        await gt
    except asyncio.CancelledError as e:
        print('ce', e.args)
    print('-- shield')
    f = F()
    s = asyncio.shield(f)
    f.set_result(3)
    print(await s)
    f = F()
    s = asyncio.shield(f)
    s.cancel()
    await asyncio.sleep(0)
    f.set_exception(KeyError(1))
    await asyncio.sleep(0)
    f.exception()
    print('-- wait')
    f, g = F(), F()
    loop.call_later(1, f.set_result, 1)
    done, pending = await asyncio.wait([f, g], timeout=2)
    print(len(done), len(pending), loop.time())
    print('-- wait first exc')
    f, g = F(), F()
    loop.call_later(1, f.set_exception, ValueError(9))
    done, pending = await asyncio.wait([f, g], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), loop.time())
    print('-- wait_for')
    f = F()
    loop.call_later(1, f.set_result, 'w')
    print(await asyncio.wait_for(f, 3))
    f = F()
    try:
        await asyncio.wait_for(f, 1)
    except asyncio.TimeoutError as e:
        print('timeout', repr(e))
    print('-- as_completed')
    f, g = F(), F()
    loop.call_later(1, g.set_result, 'g')
    loop.call_later(2, f.set_result, 'f')
    for c in asyncio.as_completed([f, g]):
        print(await c)
    print('-- ensure', asyncio.ensure_future(f) is f, asyncio.isfuture(f))
asyncio.run(main())
