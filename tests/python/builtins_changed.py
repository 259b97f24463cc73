import builtins
from unittest.mock import patch

old = print


def shout(*args, **kw):
    old("LOUD", *args, **kw)


builtins.print = shout
print(1, 2)
builtins.print = old
print(3)
with patch("builtins.input", return_value="typed") as asked:
    print(input("?"), asked.mock_calls)
with patch("builtins.sorted", return_value=99):
    print(sorted([1]))
print(sorted([2, 1]))
with patch("builtins.print") as told:
    print("unseen")
print(told.mock_calls)
