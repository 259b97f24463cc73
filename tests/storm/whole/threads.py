pool = concurrent.futures.ThreadPoolExecutor(max_workers=WORKERS)
jobs = []


def chop(what, length):
    print(what, "begins")
    time.sleep(length)
    print(what, "ends")
    return what


def burn(what, length):
    time.sleep(length)
    raise ValueError(what)


def grind(what, length):
    kitchen_sim.work(length)
    print(what, "is ground")
    return what


def ring(loop, which, what, length):
    time.sleep(length)
    loop.call_soon_threadsafe(finish, which, what)
    loop.call_soon_threadsafe(print, what, "rings")


def order(loop, what, length):
    try:
        asked = asyncio.run_coroutine_threadsafe(asyncio.sleep(length, what), loop)
        print(what, "is served", asked.result(0.3))
    except (RuntimeError, TimeoutError, asyncio.CancelledError, concurrent.futures.CancelledError) as error:
        print(what, type(error).__name__)


