# slice.indices, as classes with items of their own ask it.
class Sequence:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self.items[at] for at in range(*index.indices(len(self)))]
        return self.items[index]


class Two:
    def __index__(self):
        return 2


letters = Sequence(*"abcdef")
print(letters[1:4], letters[::-1], letters[-2:], letters[4:1:-2], letters[10:])
print(slice(None).indices(0), slice(9, -9, -1).indices(3), slice(Two(), 1).indices(Two()))
for refused in (
    lambda: slice(1).indices(-1),
    lambda: slice(1).indices("x"),
    lambda: slice(1, 2, 0).indices(3),
    lambda: slice("a").indices(3),
    lambda: slice(1).indices(),
):
    try:
        refused()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
