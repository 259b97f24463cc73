# Loops that run in threads besides the main one: a pass is run as a whole, and the thread waits between two of them
# (base_events.py, run_forever and run_until_complete; runners.py).


def run_forever_in_thread(loop):
    thread_loop_begin(loop)
    try:
        while (goes_on := thread_loop_pass(loop)) is not False:
            # None where the code of a pass stood still: what is left of the pass comes next.
            if goes_on:
                thread_loop_wait(loop)
    finally:
        thread_loop_end(loop)


def run_until_complete_in_thread(loop, future):
    if loop.is_closed():
        raise RuntimeError("Event loop is closed")
    if loop.is_running():
        raise RuntimeError("This event loop is already running")
    if _get_running_loop() is not None:
        raise RuntimeError("Cannot run the event loop while another loop is running")
    is_new = not isfuture(future)
    future = ensure_future(future, loop=loop)

    def _run_until_complete_cb(done):
        if not done.cancelled() and isinstance(done.exception(), (SystemExit, KeyboardInterrupt)):
            return
        loop.stop()

    future.add_done_callback(_run_until_complete_cb)
    try:
        run_forever_in_thread(loop)
    except:
        if is_new and future.done() and not future.cancelled():
            future.exception()
        raise
    finally:
        future.remove_done_callback(_run_until_complete_cb)
    if not future.done():
        raise RuntimeError("Event loop stopped before Future completed.")
    return future.result()


# The context in which a runner runs one coroutine after the other.
class ContextOfRunner:
    __slots__ = ("_box",)

    def __init__(self, box):
        self._box = box


def run_main_in_thread(loop, main, context, box):
    if context is None and box is not None:
        context = ContextOfRunner(box)
    return run_until_complete_in_thread(loop, loop.create_task(main, context=context))


def cancel_all_in_thread(loop):
    tasks = all_tasks(loop)
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    run_until_complete_in_thread(loop, gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            message = "unhandled exception during asyncio.run() shutdown"
            loop.call_exception_handler({"message": message, "exception": task.exception(), "task": task})


def close_in_thread(loop, is_current):
    try:
        cancel_all_in_thread(loop)
        for closing in (loop.shutdown_asyncgens(), loop.shutdown_default_executor()):
            task = thread_loop_hide(loop, closing)
            run_until_complete_in_thread(loop, task)
            thread_loop_hide(loop, task)
    finally:
        if is_current:
            set_event_loop(None)
        loop.close()


def run_in_thread(main, debug, loop_factory):
    loop = new_event_loop() if loop_factory is None else loop_factory()
    if loop_factory is None:
        set_event_loop(loop)
    if debug is not None:
        loop.set_debug(debug)
    try:
        if not iscoroutine(main):
            raise ValueError(f"a coroutine was expected, got {main!r}")
        return run_main_in_thread(loop, main, None, None)
    finally:
        close_in_thread(loop, loop_factory is None)
