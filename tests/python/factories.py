import asyncio
def factory(loop, coro, **kwargs):
    print("factory", coro.__name__, sorted(kwargs), loop.is_running())
    return asyncio.Task(coro, loop=loop, **kwargs)
async def child(): await asyncio.sleep(0); return asyncio.current_task().get_name()
async def main():
    loop = asyncio.get_running_loop(); loop.set_task_factory(factory)
    print(await asyncio.create_task(child(), name="named"))
    print(await asyncio.gather(child(), child()))
    async with asyncio.TaskGroup() as tg: t = tg.create_task(child(), name='g')
    print(t.result(), await asyncio.wait_for(child(), 1), await asyncio.shield(child()))
    asyncio.create_task(asyncio.sleep(10), name='left')
asyncio.run(main())
loop = asyncio.new_event_loop(); loop.set_task_factory(factory)
print(loop.run_until_complete(child())); loop.run_until_complete(loop.shutdown_asyncgens()); loop.close()
