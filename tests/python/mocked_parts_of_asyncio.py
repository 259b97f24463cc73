"""What CPython's own tests of asyncio put mocks in the place of: its logger, what a bare loop waits with, functions by path."""

import asyncio
import gc
from asyncio import events, futures, tasks
from unittest import mock


def failing():
    raise ZeroDivisionError("in a callback")


def cook(dish):
    return f"cooked {dish}"


async def serve(dish):
    await asyncio.sleep(0)
    return f"served {dish}"


def bare_loop():
    loop = asyncio.BaseEventLoop()
    loop._process_events = mock.Mock()
    loop._write_to_self = mock.Mock(return_value=None)
    loop._selector = mock.Mock()
    loop._selector.select.return_value = ()
    return loop


def first_lines(call):
    words, options = call
    info = options.get("exc_info")
    return words[0].split("\n")[0].split(" at ")[0], info and (info[0].__name__, repr(info[1]))


@mock.patch("asyncio.base_events.logger")
def logged(logger):
    loop = asyncio.new_event_loop()
    loop.call_soon(failing)
    loop.call_soon(loop.stop)
    loop.run_forever()
    print("callback:", first_lines(logger.error.call_args))
    logger.error.assert_called_with(mock.ANY, exc_info=(ZeroDivisionError, mock.ANY, mock.ANY))
    logger.reset_mock()

    async def lost():
        raise LookupError("nobody asks")

    task = loop.create_task(lost(), name="lost")
    loop.run_until_complete(asyncio.wait([task]))
    del task
    gc.collect()
    print("task:", logger.error.call_count, first_lines(logger.error.call_args))
    loop.call_exception_handler({"message": "by hand", "flag": 1})
    print("by hand:", logger.error.call_args)

    def broken(loop, context):
        raise OSError("the handler broke")

    loop.set_exception_handler(broken)
    loop.call_exception_handler({"message": "whatever"})
    print("broken:", first_lines(logger.error.call_args), logger.error.call_count)
    loop.close()


def debugged():
    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    with mock.patch("asyncio.base_events.logger") as logger:
        loop.slow_callback_duration = 0.0
        loop.call_soon(loop.stop)
        loop.run_forever()
        print("slow:", logger.warning.call_args[0][0])
    print("closed quietly:", logger.debug.called)
    loop.close()


def bare():
    loop = bare_loop()
    print(loop, loop.get_debug(), loop.slow_callback_duration)
    asyncio.set_event_loop(None)
    print(loop.run_until_complete(serve("soup")))
    calls = []
    handle = loop.call_soon(calls.append, 1)
    loop.call_soon(calls.append, 2)
    handle.cancel()
    print(len(loop._ready), end=" ")
    loop._run_once()
    print(len(loop._ready), calls)
    handler = mock.Mock()
    loop.set_exception_handler(handler)
    loop.call_soon(failing)
    loop._run_once()
    print(handler.call_count, repr(handler.call_args[0][1]["exception"]), sorted(handler.call_args[0][1]))
    loop.close()
    print(loop)


def run_by_runner():
    closed = []
    loops = []

    def make():
        loop = asyncio.new_event_loop()

        async def shutdown_asyncgens():
            closed.append(loop.is_closed())

        loop.shutdown_asyncgens = shutdown_asyncgens
        loops.append(loop)
        return loop

    with asyncio.Runner(loop_factory=make) as runner:
        print(runner.run(serve("tea")), closed)
    print(closed, loops[0].is_closed())


class Waiter(tasks._PyTask):
    pass


class Order(futures._CFuture):
    pass


async def by_other_names():
    loop = asyncio.get_running_loop()
    print(tasks._CTask is asyncio.Task, hasattr(futures, "_PyFuture"), hasattr(tasks, "_c_leave_task"))
    waiter = Waiter(serve("stew"), loop=loop, name="waiter")
    print(type(waiter).__name__, waiter.get_name(), await waiter)
    order = Order(loop=loop)
    loop.call_soon(order.set_result, "bill")
    print(asyncio.isfuture(order), await order)
    task = tasks._PyTask(serve("pie"), loop=loop)
    print(await task)
    print(events.get_running_loop() is loop)


class Kitchen:
    async def open(self):
        return "open"

    @classmethod
    async def named(cls):
        return cls.__name__

    @staticmethod
    async def clean():
        return "clean"

    def count(self):
        return 1


async def by_paths():
    with mock.patch(f"{__name__}.cook", return_value="patched") as patched:
        print(cook("egg"), patched.call_args)
    with mock.patch(__name__ + ".serve") as patched:
        patched.return_value = "quick"
        print(type(patched).__name__, await serve("egg"), patched.await_count)
    print(cook("egg"), await serve("egg"))
    with mock.patch.object(Kitchen, "clean") as clean, mock.patch.object(Kitchen, "named") as named:
        print(type(clean).__name__, type(named).__name__)
    spec = mock.Mock(spec=Kitchen)
    print([type(getattr(spec, name)).__name__ for name in ("open", "named", "clean", "count")])
    kitchen = Kitchen()
    kitchen.own = serve
    kitchen.plain = cook
    spec = mock.Mock(spec_set=kitchen)
    print(type(spec.own).__name__, type(spec.plain).__name__, asyncio.iscoroutinefunction(spec.open))
    auto = mock.create_autospec(Kitchen)
    print(type(auto().open).__name__, type(auto.clean).__name__, await auto().open() is not None)


async def parts_share_names():
    with mock.patch("asyncio.tasks.current_task") as patched:
        print(asyncio.tasks.current_task() is patched.return_value, tasks.current_task() is patched.return_value)
    with mock.patch.object(asyncio.queues, "Queue") as patched:
        print(asyncio.queues.Queue(3) is patched.return_value, patched.call_args)
    print(tasks.current_task().done(), events.get_running_loop().is_running())


logged()
debugged()
bare()
run_by_runner()
asyncio.run(by_other_names())
asyncio.run(by_paths())
asyncio.run(parts_share_names())
