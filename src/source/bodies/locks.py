# What the coroutines of locks, events, conditions, semaphores and barriers do. What they ask of their object is the engine's:
# each of those questions is one step that nothing interrupts. Source of the order of steps: CPython's asyncio/locks.py.


async def Lock_acquire(self):
    if lock_take(self):
        return True
    waiter = line_up(self)
    try:
        try:
            await waiter
        finally:
            leave_line(self, waiter)
    except CancelledError:
        lock_pass_on(self)
        raise
    lock_own(self)
    return True


async def Lock___aenter__(self):
    await Lock_acquire(self)


async def Lock___aexit__(self, kind, error, trace):
    Lock_release(self)


async def Event_wait(self):
    if Event_is_set(self):
        return True
    waiter = line_up(self)
    try:
        await waiter
        return True
    finally:
        leave_line(self, waiter)


async def Condition___aenter__(self):
    await Condition_acquire(self)


async def Condition___aexit__(self, kind, error, trace):
    Condition_release(self)


async def Condition_wait(self):
    lock = condition_lock(self)
    waiter = line_up(self) if is_since(13) else None
    Lock_release(lock)
    try:
        try:
            if waiter is None:
                waiter = line_up(self)
            try:
                await waiter
                return True
            finally:
                leave_line(self, waiter)
        finally:
            interruption = None
            while True:
                try:
                    await Lock_acquire(lock)
                    break
                except CancelledError as error:
                    interruption = error
            condition_interrupt(self, interruption)
    except BaseException:
        condition_after_error(self)
        raise


async def Condition_wait_for(self, predicate):
    while not (answer := predicate()):
        await Condition_wait(self)
    return answer


async def Semaphore_acquire(self):
    if semaphore_take(self):
        return True
    waiter = line_up(self)
    try:
        try:
            await waiter
        finally:
            leave_line(self, waiter)
    except CancelledError:
        semaphore_refuse(self, waiter)
        raise
    semaphore_accept(self)
    return True


async def Semaphore___aenter__(self):
    await Semaphore_acquire(self)


async def Semaphore___aexit__(self, kind, error, trace):
    Semaphore_release(self)


async def Barrier_wait(self):
    condition = barrier_condition(self)
    await Condition_acquire(condition)
    try:
        await barrier_block(self, condition)
        place = barrier_join(self)
        try:
            if place < Barrier_parties(self) - 1:
                await barrier_stay(self, condition)
            return place
        finally:
            barrier_leave(self)
    finally:
        Condition_release(condition)


async def barrier_block(self, condition):
    await barrier_stand(self, condition, False)
    barrier_check(self, False)


async def barrier_stay(self, condition):
    await barrier_stand(self, condition, True)
    barrier_check(self, True)


async def barrier_stand(self, condition, inside):
    while barrier_is_filling(self) if inside else barrier_is_closed(self):
        await Condition_wait(condition)


async def Barrier___aenter__(self):
    return await Barrier_wait(self)


async def Barrier___aexit__(self, kind, error, trace):
    return None


async def Barrier_reset(self):
    condition = barrier_condition(self)
    await Condition_acquire(condition)
    try:
        barrier_empty(self, False)
    finally:
        Condition_release(condition)


async def Barrier_abort(self):
    condition = barrier_condition(self)
    await Condition_acquire(condition)
    try:
        barrier_empty(self, True)
    finally:
        Condition_release(condition)
