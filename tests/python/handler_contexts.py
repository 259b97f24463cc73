import asyncio, contextvars
name = contextvars.ContextVar('name', default='foo')
def handler(loop, context):
    print('handler', name.get())
def callback():
    name.set('bar')
    1 / 0
def generator():
    yield
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(callback)
    await asyncio.sleep(0)
    name.set('main')
    loop.call_later(1, callback)
    await asyncio.sleep(2)
    print(name.get())
    try:
        await asyncio.wait(generator())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
name.set('module')
asyncio.run(main())
