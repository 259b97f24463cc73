# Properties with deleters, what properties tell of themselves, and what they say where something is missing.
class Shelf:
    def __init__(self):
        self._item = "cup"

    @property
    def item(self):
        """What lies on it."""
        return self._item

    @item.setter
    def item(self, item):
        self._item = item

    @item.deleter
    def item(self):
        print("taken", self._item)
        self._item = None

    fixed = property(lambda self: 5, doc="Five.")

    @staticmethod
    def plain():
        return "plain"


shelf = Shelf()
shelf.item = "plate"
del shelf.item
print(shelf.item, Shelf.item.__doc__, Shelf.fixed.__doc__, Shelf.item.fdel is not None, Shelf.fixed.fdel)
for act in (lambda: setattr(shelf, "fixed", 1), lambda: delattr(shelf, "fixed"), lambda: shelf.missing):
    try:
        act()
    except AttributeError as error:
        print(error, error.name, error.obj is shelf)
print(Shelf.__dict__["plain"].__wrapped__())


def within():
    class Inner:
        @property
        def size(self):
            return 1

    inner = Inner()
    try:
        inner.size = 2
    except AttributeError as error:
        print(error)
    try:
        del inner.size
    except AttributeError as error:
        print(error)


within()
