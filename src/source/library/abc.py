# abc: the class that says that those below it may be abstract.


class ABC:
    __slots__ = ()
