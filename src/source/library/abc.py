# abc: the class that says that those below it may be abstract.


class ABC:
    __slots__ = ()

    # What is registered counts as below the class, and has nothing of it.
    @classmethod
    def register(cls, subclass):
        if "__registered__" not in cls.__dict__:
            cls.__registered__ = []
        cls.__registered__.append(subclass)
        return subclass
