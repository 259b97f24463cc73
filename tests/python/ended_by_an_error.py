# The exception that ends a program is there to its very end, while threads are waited for and what is lost is told of.
import asyncio
import concurrent.futures
import time

pool = concurrent.futures.ThreadPoolExecutor(max_workers=2)
kept = []


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    kept.append(asyncio.create_task(asyncio.wait_for(asyncio.sleep(1), 0.25)))
    await asyncio.wrap_future(pool.submit(time.sleep, 0.5))
    await asyncio.sleep(1)


asyncio.run(main())
pool.submit(time.sleep, 2)
print("end")
raise KeyError("the end")
