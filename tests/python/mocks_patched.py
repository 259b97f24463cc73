import asyncio
import time
import unittest
from asyncio import wait_for
from unittest import mock
from unittest.mock import AsyncMock, MagicMock, Mock, call, patch


class Client:
    def __init__(self, host):
        self.host = host

    async def get(self, path, *, retries=3):
        await asyncio.sleep(1)
        return f"{self.host}{path}"

    def close(self):
        return "closed"


async def fetch(path):
    client = Client("host")
    try:
        return await client.get(path)
    finally:
        client.close()


async def retry(function, attempts, delay):
    for attempt in range(attempts):
        try:
            return await function()
        except ConnectionError as error:
            print("failed", error)
            await asyncio.sleep(delay * 2**attempt)
    raise RuntimeError("gave up")


def helper():
    return "real"


def uses_helper():
    return helper()


@patch("__main__.helper")
def by_decorator(made):
    made.return_value = "patched"
    return uses_helper(), made.mock_calls


@patch("asyncio.sleep", new_callable=AsyncMock)
async def without_sleeping(slept):
    start = asyncio.get_running_loop().time()
    function = AsyncMock(side_effect=[ConnectionError("1"), ConnectionError("2"), "ok"])
    print(await retry(function, 3, 10), slept.await_args_list, function.await_count)
    print(round(asyncio.get_running_loop().time() - start, 1))


async def main():
    print(uses_helper(), by_decorator(), uses_helper())
    await without_sleeping()
    with patch("__main__.Client") as made:
        made.return_value.get = AsyncMock(return_value="mocked")
        print(await fetch("/a"), made.mock_calls)
        made.assert_called_once_with("host")
        made.return_value.close.assert_called_once()
    with patch("__main__.Client.get", autospec=True, return_value="spec") as get:
        print(await fetch("/b"), len(get.await_args.args), get.await_args.kwargs)
        try:
            await Client("x").get()
        except TypeError as error:
            print(error)
    with patch.object(Client, "get", side_effect=asyncio.TimeoutError):
        try:
            await fetch("/c")
        except asyncio.TimeoutError as error:
            print(type(error).__name__)
    with mock.patch("time.time", return_value=12.5), patch.object(time, "sleep") as slept:
        time.sleep(100)
        print(time.time(), slept.mock_calls)
    print(await fetch("/d"))
    with patch("__main__.wait_for", AsyncMock(return_value=1)):
        print(await wait_for(None, 3))
    try:
        with patch("__main__.nothing_here"):
            pass
    except AttributeError as error:
        print("AttributeError")
    slow = AsyncMock()
    slow.side_effect = lambda: asyncio.Event().wait()
    try:
        await wait_for(await slow(), 0.5)
    except asyncio.TimeoutError:
        print("timeout", slow.await_count)
    queue = MagicMock(spec=asyncio.Queue)
    queue.get.return_value = 3
    print(type(queue.get).__name__, await queue.get(), isinstance(queue, asyncio.Queue))
    tasks = [asyncio.create_task(AsyncMock(return_value=n)(n)) for n in range(3)]
    print(await asyncio.gather(*tasks))
    callback = Mock()
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(callback)
    future.set_result(1)
    await asyncio.sleep(0)
    print(callback.call_count, callback.call_args.args[0] is future)


class Tests(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        patcher = patch("__main__.helper", return_value="set up")
        self.helper = patcher.start()
        self.addCleanup(patcher.stop)

    async def test_one(self):
        self.assertEqual(uses_helper(), "set up")
        self.helper.assert_called_once_with()

    @patch.object(Client, "close")
    async def test_two(self, close):
        with patch("asyncio.sleep"):
            self.assertEqual(await fetch("/x"), "host/x")
        close.assert_called_once_with()
        self.assertEqual(self.helper.mock_calls, [])

    @patch.object(Client, "get")
    async def test_fails(self, get):
        await fetch("/y")
        get.assert_awaited_once_with("/z")


asyncio.run(main())
result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Tests).run(result)
print(result.testsRun, len(result.errors), len(result.failures))
for test, trace in result.failures + result.errors:
    print(test.id(), trace.strip().splitlines()[-3:])
print(uses_helper())
