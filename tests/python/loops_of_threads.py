# A policy's current loop is its thread's: another thread has none.
import asyncio
import threading


def ask():
    try:
        print(threading.current_thread().name, asyncio.get_event_loop_policy().get_event_loop() is loop)
    except RuntimeError as error:
        print(error)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
ask()
thread = threading.Thread(target=ask, name="other")
thread.start()
thread.join()
asyncio.set_event_loop(None)
ask()
loop.close()
