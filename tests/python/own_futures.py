import asyncio
class MyTask(asyncio.Task):
    pass
class CountTask(asyncio.Task):
    made = 0
    def __init__(self, *args, **kwargs):
        type(self).made += 1
        self.tag = kwargs.pop('tag', 'none')
        super().__init__(*args, **kwargs)
    @property
    def nice(self): return f'<{self.get_name()}:{self.tag}>'
    def __repr__(self): return self.nice
class MyFut(asyncio.Future):
    def __init__(self, *a, **k):
        super().__init__(*a, **k); self.log = []
    def add_done_callback(self, *a, **k):
        self.log.append('add'); return super().add_done_callback(*a, **k)
    def hello(self): return 'hello ' + str(self.done())
class Sub(MyFut):
    def hello(self): return 'sub ' + super().hello()
async def co(x): await asyncio.sleep(0.1); return x
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kw: MyTask(coro, loop=loop, **kw))
    t = asyncio.create_task(co(1), name='named')
    print(type(t).__name__, isinstance(t, MyTask), isinstance(t, asyncio.Task), isinstance(t, asyncio.Future), asyncio.isfuture(t), t.get_name())
    print(await t)
    print(await asyncio.gather(co(1), co(2)))
    loop.set_task_factory(lambda loop, coro, **kw: CountTask(coro, loop=loop, tag='T', **kw))
    t = asyncio.create_task(co(3), name='ct')
    loop.set_task_factory(None)
    print(t.nice, CountTask.made, t.tag, repr(t), f'{t}')
    print(await t, t.done(), t.nice)
    f = MyFut(loop=loop); print(f.hello(), f.done(), type(f).__name__, type(f).__mro__[1].__name__)
    f.add_done_callback(lambda f: print('cb', f.result(), f.log))
    f.set_result(5); await asyncio.sleep(0)
    s = Sub(); print(s.hello(), isinstance(s, MyFut), issubclass(Sub, asyncio.Future))
    s.set_exception(ValueError('s'))
    try: await s
    except ValueError as e: print(repr(e), s.hello())
    try: MyTask(3)
    except TypeError as e: print(e)
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(co('tg'))
    print(x.result(), type(x) is asyncio.Task)
    s = Sub(); loop.call_later(0.1, s.set_result, 'later'); print(await asyncio.wait_for(s, 1))
    s = Sub(); print(s.cancel('m'), s.cancelled())
    print(asyncio.Task.__name__, MyTask.__qualname__, MyTask.__mro__[1] is asyncio.Task)
asyncio.run(main())
