"""Threads that run methods are called after them."""

import threading


class Cook:
    def chop(self):
        print(threading.current_thread().name)


chopped = []
for target, arguments in [(Cook().chop, ()), (chopped.append, ("onions",)), (Cook.chop, (Cook(),))]:
    thread = threading.Thread(target=target, args=arguments)
    thread.start()
    thread.join()
    print(thread.name, chopped)
