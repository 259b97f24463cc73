# asyncio.staggered: a race whose runners start one after the other. Each runner is a task that, once it begins, makes the next one.


async def staggered_race(coro_fns, delay, *, loop=None):
    entrants = enumerate(coro_fns)
    errors = []
    runners = []
    winner = [None, None]

    async def run_one_coro(previous_failed):
        if previous_failed is not None:
            try:
                await wait_for(previous_failed.wait(), delay)
            except TimeoutError:
                pass
        entrant = next(entrants, None)
        if entrant is None:
            return
        index, start = entrant
        failed = Event()
        runners.append(ensure_inner(run_one_coro(failed), False))
        errors.append(None)
        try:
            result = await start()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            errors[index] = error
            failed.set()
        else:
            assert winner[1] is None
            winner[:] = result, index
            for other, runner in enumerate(runners):
                if other != index:
                    runner.cancel()

    runners.append(ensure_inner(run_one_coro(None), False))
    try:
        finished = 0
        while finished != len(runners):
            done, _ = await wait(runners)
            finished = len(done)
            for runner in done:
                if not runner.cancelled() and runner.exception() is not None:
                    raise runner.exception()
        return winner[0], winner[1], errors
    finally:
        for runner in runners:
            runner.cancel()
