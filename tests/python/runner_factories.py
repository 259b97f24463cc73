# factory set on Runner.get_loop()
import asyncio
async def main():
    print('main', asyncio.current_task().get_name(), type(asyncio.current_task()).__name__)
    await asyncio.create_task(sub(), name='sub')
    return 7
async def sub():
    print('sub', type(asyncio.current_task()).__name__)
class T(asyncio.Task): pass
calls = []
def factory(loop, coro, **kw):
    print('factory', coro.__name__, sorted(kw.items(), key=lambda x: x[0]) if 'context' not in kw else sorted(kw))
    return T(coro, loop=loop, **kw)
with asyncio.Runner() as r:
    r.get_loop().set_task_factory(factory)
    print(r.run(main()))
    print(r.run(main()))
def lf():
    loop = asyncio.new_event_loop()
    loop.set_task_factory(factory)
    return loop
with asyncio.Runner(loop_factory=lf) as r:
    print(r.run(main()))
loop = asyncio.new_event_loop()
loop.set_task_factory(factory)
print(loop.run_until_complete(main()))
print(loop.get_task_factory() is factory)
loop.close()
