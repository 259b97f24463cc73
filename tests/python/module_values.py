import asyncio, itertools, functools, sys
print(hasattr(asyncio, "QueueShutDown"), hasattr(itertools, "batched"), hasattr(asyncio, "nope"), getattr(asyncio, "eager_task_factory", None) is not None)
print(asyncio.__name__, functools.__name__, hasattr(asyncio.Queue, "shutdown"), hasattr(asyncio.Queue(), "shutdown") )
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: asyncio.QueueShutDown is not None)
t(lambda: getattr(asyncio, "zzz"))
t(lambda: list(itertools.batched([1,2,3], 2)))
try:
    from asyncio import QueueShutDown
except ImportError:
    print("ImportError"); QueueShutDown = None
print(QueueShutDown is None)
def test_a(): print("a")
async def test_b(): print("b")
for name, f in list(globals().items()):
    if name.startswith("test_"):
        print(name)
        if asyncio.iscoroutinefunction(f): asyncio.run(f())
        else: f()
globals()["test_a"]()
m = asyncio
async def main():
    await m.sleep(1)
    print(m.get_running_loop().time())
m.run(main())
mod = [functools, itertools][0]
print(mod.reduce(lambda a, b: a + b, [1, 2]), list(getattr(itertools, "chain")([1],[2])))
print("test_a" in globals(), globals().get("zz"))
print(asyncio.tasks.Task is asyncio.Task)
