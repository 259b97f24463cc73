# sched in the middle of a loop's thread, and beside it in one of its own.
import asyncio
import sched
import time

told = []


def tell(*words, **more):
    told.append((round(time.monotonic(), 3), *words, *sorted(more.items())))


async def main():
    loop = asyncio.get_running_loop()
    plan = sched.scheduler(time.monotonic, time.sleep)
    late = plan.enter(0.5, 1, tell, ("late",))
    plan.enter(0.2, 2, tell, ("second",), {"salt": 1})
    plan.enter(0.2, 1, tell, argument=("first",))
    plan.enterabs(0.1, 9, tell, kwargs={"at": "0.1"})
    gone = plan.enter(0.3, 1, tell, ("never",))
    plan.cancel(gone)
    try:
        plan.cancel(gone)
    except ValueError as error:
        print(error)
    print([event.argument for event in plan.queue], plan.empty(), late.time, late.priority)
    print(plan.run(blocking=False), told)
    plan.run()
    print(told, plan.empty(), loop.time())
    told.clear()

    def again(n):
        tell("again", n)
        if n:
            plan.enter(0.1, 1, again, (n - 1,))

    again(2)
    ticks = asyncio.create_task(asyncio.sleep(0.15, "slept"))
    await asyncio.to_thread(plan.run)
    print(told, await ticks, round(loop.time(), 3))
    waits = []
    by_hand = sched.scheduler(lambda: len(waits), waits.append)
    by_hand.enter(2, 1, waits.append, ("done",))
    by_hand.run()
    print(waits, by_hand.run())


asyncio.run(main())
