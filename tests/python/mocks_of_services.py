import asyncio
from unittest.mock import AsyncMock, MagicMock, Mock, patch, call, ANY, sentinel, create_autospec, DEFAULT


# typical book/blog tests with mocks
class Repo:
    async def load(self, key: int) -> str:
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        return None

    def name(self) -> str:
        return "repo"


class Service:
    def __init__(self, repo):
        self.repo = repo

    async def get_many(self, keys):
        async with self.repo as r:
            return await asyncio.gather(*(r.load(k) for k in keys), return_exceptions=True)


async def main():
    repo = create_autospec(Repo, instance=True)
    repo.__aenter__.return_value = repo
    repo.load.side_effect = ["a", ValueError("bad"), "c"]
    print(await Service(repo).get_many([1, 2, 3]))
    print(repo.load.await_args_list, repo.mock_calls)
    repo.load.assert_has_awaits([call(1), call(3)], any_order=True)
    repo.load.assert_any_await(2)
    repo.load.reset_mock(side_effect=True)
    repo.load.return_value = sentinel.value
    print(await repo.load(9), repo.load.await_count)
    try:
        repo.load()
    except TypeError as e:
        print(e)
    handler = MagicMock(side_effect=lambda ev: print("handled", ev))
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, handler, "late")
    loop.call_soon(handler, "soon")
    await asyncio.sleep(0.2)
    print(handler.call_args_list)

    async def slow(*a):
        await asyncio.sleep(5)
        return "slow"

    m = AsyncMock(side_effect=slow)
    try:
        await asyncio.wait_for(m(1), 0.3)
    except TimeoutError:
        print("timeout", m.await_count, m.call_count)
    t = asyncio.create_task(m(2))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", m.mock_calls)
    with patch.object(asyncio, "sleep", new=AsyncMock()) as s:
        await asyncio.sleep(100)
        print(s.await_args)
    exc = Mock()
    loop.set_exception_handler(exc)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.1)
    print(exc.call_count, exc.call_args.args[1]["message"][:25], type(exc.call_args.args[1]["exception"]).__name__)
    it = MagicMock()
    it.__aiter__.return_value = range(3)
    print([x async for x in it])
    q = AsyncMock(spec=asyncio.Queue)
    q.get.side_effect = [1, 2, asyncio.CancelledError()]
    try:
        while True:
            print(await q.get())
    except asyncio.CancelledError:
        print("done", q.get.await_count, q.put_nowait("x") is not None)
    f = Mock(side_effect=[DEFAULT, StopIteration], return_value=3)
    print(f())
    try:
        f()
    except StopIteration:
        print("stop")
    print(Mock(**{"a.b.return_value": 4, "side_effect": None}).a.b())
    m = MagicMock()
    m["k"] = 1
    m.x += 1
    print(m.__setitem__.call_args, "k" in m, m.method_calls)
    print(
        str(call.foo(1)),
        repr(call().a.b(2)),
        call(1) == call(1),
        call(a=1) != call(a=2),
        [call(1), call(2)] == [((1,),), ((2,), {})],
    )
    print(MagicMock(return_value=5)() + 1, MagicMock(name="nm").a.b._extract_mock_name())
    print(AsyncMock.__mro__[1].__name__, issubclass(AsyncMock, Mock), isinstance(AsyncMock(), AsyncMock))


asyncio.run(main())
