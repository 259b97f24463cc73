# The same in coroutines: what awaits, `async with`, `async for`, groups, and what tasks raise.
import asyncio
import contextlib
import traceback

lists = [[1, 2], [3]]


class Refuses:
    async def __aenter__(self):
        raise ValueError("no entry")

    async def __aexit__(self, *args):
        return None


class Leaves:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        raise ValueError("no exit")


class Iterates:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise ValueError("no next")


class NoIterator:
    def __aiter__(self):
        raise ValueError("no iterator")


class Waits:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return lists[9]


async def boom(*args, **kwargs):
    await asyncio.sleep(0)
    raise RuntimeError("boom")


def sync_boom(*args):
    raise RuntimeError("boom")


async def items():
    yield 1
    await asyncio.sleep(0)
    yield lists[9]


@contextlib.asynccontextmanager
async def managed():
    yield lists[9]


@contextlib.asynccontextmanager
async def managed_twice():
    try:
        yield 5
    finally:
        lists[8]


async def case_await():
    await boom()


async def case_await_value():
    return 1 + await boom(1, 2)


async def case_await_assigned():
    x = await boom(1, 2)
    return x


async def case_await_over_lines():
    await boom(
        1,
        2,
    )


async def case_await_argument_over_lines():
    await asyncio.gather(
        boom(1),
        boom(lists[3]),
    )


async def case_gather():
    a, b = await asyncio.gather(
        boom(1),
        boom(2),
    )
    return a, b


async def case_sleep():
    await asyncio.sleep("x")


async def case_async_with():
    async with Refuses() as r:
        return r


async def case_async_with_exit():
    async with Leaves() as r:
        r = 5


async def case_async_with_return():
    async with Leaves() as r:
        return r


async def case_async_with_body():
    async with Leaves() as r:
        r.missing


async def case_async_with_two():
    async with (
        Leaves() as a,
        Refuses() as b,
    ):
        return a, b


async def case_async_for():
    async for x in Iterates():
        return x


async def case_async_for_iterator():
    async for x in NoIterator():
        return x


async def case_async_for_generator():
    async for x in items():
        print(x)


async def case_async_for_misfit():
    async for x in lists:
        return x


async def case_async_comprehension():
    return [x async for x in items()]


async def case_async_comprehension_inside():
    return [await boom(x) for x in (1, 2)]


async def case_async_comprehension_condition():
    return [x async for x in items() if x > "a"]


async def case_managed():
    async with managed() as x:
        return x


async def case_managed_exit():
    async with managed_twice() as x:
        lists[7]


async def case_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(boom())
        await asyncio.sleep(1)


async def case_timeout():
    async with asyncio.timeout(1):
        await asyncio.sleep(5)


async def case_wait_for():
    await asyncio.wait_for(asyncio.sleep(5), timeout=1)


async def case_wait_for_failing():
    return await asyncio.wait_for(boom(), timeout=1)


async def case_task():
    task = asyncio.create_task(boom())
    await asyncio.sleep(1)
    return task.result()


async def case_task_awaited():
    task = asyncio.create_task(boom())
    await task


async def case_cancelled():
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    task.cancel("stop")
    await task


async def case_cancelled_deep():
    async def inner():
        try:
            await asyncio.sleep(5)
        finally:
            print("inner is over")

    task = asyncio.create_task(inner())
    await asyncio.sleep(0)
    task.cancel()
    return await task


async def case_waits():
    return await Waits()


async def case_future():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError(5))
    await future


async def case_future_result():
    future = asyncio.get_running_loop().create_future()
    return future.result()


async def case_misfit():
    await 5


async def case_misfit_value():
    return 1 + (await lists)


async def case_queue():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    queue.put_nowait(2)


async def case_event():
    await asyncio.wait_for(asyncio.Event().wait(), 0.5)


async def case_lock():
    lock = asyncio.Lock()
    lock.release()


async def case_thrown():
    def generator():
        x = yield 1
        return x

    g = generator()
    next(g)
    g.throw(ValueError("thrown"))


async def case_thrown_unbegun():
    def generator():
        yield 1

    generator().throw(ValueError("thrown"))


async def case_thrown_coroutine():
    coroutine = boom()
    coroutine.throw(ValueError("thrown"))


async def case_yield_from():
    def inner():
        yield 1
        lists[9]

    def outer():
        x = 1, (yield from inner())
        return x

    for x in outer():
        print(x)


async def case_to_thread():
    await asyncio.to_thread(sync_boom, 1)


async def case_executor():
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, sync_boom)


async def case_shield():
    return await asyncio.shield(boom())


async def case_as_completed():
    for each in asyncio.as_completed([boom(), boom()]):
        value = await each
        print(value)


async def case_context():
    try:
        lists[9]
    except IndexError:
        await boom()


async def case_cause():
    try:
        await boom()
    except RuntimeError as error:
        raise KeyError("from") from error


async def case_finally():
    try:
        await boom()
    finally:
        lists[3]["x"]


async def case_nested_function():
    async def level(n):
        return await level(n - 1) if n else 1 / n

    return await level(3)


async def case_method_over_lines():
    return lists[0].index(1).bit_length().missing


async def case_keyword_over_lines():
    return dict(
        a=1,
        b=lists[0][5] + 3,
        c=2,
    )


async def case_dict_over_lines():
    return {
        "a": 1,
        "b": await boom(),
    }


async def case_condition_over_lines():
    if lists and lists[0] and lists[7]:
        return 1


async def case_operator_over_lines():
    x = 1 + 2 * (3 - "x")
    return x


async def case_print_argument():
    print("never", lists[0][5], f"{lists!r}")


async def case_print_text():
    print(f"never {lists[0][5]} never")


async def case_assert_and():
    assert lists and lists == 5


async def case_assert_not():
    assert not lists == [[1, 2], [3]], "they are"


async def case_return_await_method():
    return (await asyncio.sleep(0, lists)).missing()


async def case_self_call():
    class Cook:
        def __init__(self, name):
            self.name = name
            self.fail()

        def fail(self):
            raise ValueError(self.name)

    return Cook("ann")


async def case_super_call():
    class Base:
        def cook(self):
            return lists[9]

    class Below(Base):
        def cook(self):
            return super().cook()

    return Below().cook()


async def case_property():
    class Base:
        @property
        def cook(self):
            return lists[9]

    return Base().cook


async def case_dataclass_like():
    class Base:
        def __eq__(self, other):
            return lists[9]

    return Base() == Base()


async def case_star_group():
    try:
        raise ExceptionGroup("many", [ValueError(1), KeyError(2)])
    except* ValueError:
        print("one")


def show(error):
    print(type(error).__name__, error)
    own = [each for each in traceback.extract_tb(error.__traceback__) if each.filename.endswith("marks_of_tasks.py")]
    print([(each.name, each.lineno, each.end_lineno, each.colno, each.end_colno) for each in own])
    for line in "".join(traceback.format_list(own)).splitlines():
        if not line.startswith("  File"):
            print(line)
    for inner in [error.__cause__, error.__context__, *getattr(error, "exceptions", ())]:
        if inner is not None:
            show(inner)


async def main():
    for name, function in list(globals().items()):
        if name.startswith("case_"):
            print("#", name)
            try:
                await function()
            except BaseException as error:
                show(error)


asyncio.run(main())
