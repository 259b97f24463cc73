# queue: what an empty queue raises, which a module of its own makes.


class Empty(Exception):
    pass
