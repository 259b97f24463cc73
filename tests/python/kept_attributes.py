"""What a coroutine, a generator or a function tells of itself and nobody may set or delete."""


def generator():
    yield 1


async def asynchronous_generator():
    yield 1


async def coroutine():
    pass


def tried(change, value, name, *new):
    try:
        change(value, name, *new)
    except (AttributeError, TypeError) as error:
        print(type(value).__name__, name, change.__name__, repr(error))
    else:
        print(type(value).__name__, name, change.__name__, "done")


values = {"gi_": generator(), "cr_": coroutine(), "ag_": asynchronous_generator()}
for prefix, value in values.items():
    for name in ("frame", "code", "running", "suspended", "await", "yieldfrom", "origin"):
        if hasattr(value, prefix + name):
            tried(setattr, value, prefix + name, 1)
            tried(delattr, value, prefix + name)
    for name in ("__name__", "__qualname__"):
        tried(setattr, value, name, "renamed")
        tried(delattr, value, name)
        tried(setattr, value, name, None)
        print(getattr(value, name))
    tried(setattr, value, "other", 1)
    tried(delattr, value, "other")
values["cr_"].close()

# Those that are over keep theirs, too.
over = generator()
print(list(over))
try:
    del over.__name__
except TypeError as error:
    print(repr(error))
try:
    del over.gi_frame
except AttributeError as error:
    print(repr(error))
print(over.__name__, over.gi_frame)

for function in (generator, coroutine, lambda: None):
    for name in ("__name__", "__qualname__"):
        tried(delattr, function, name)
        tried(setattr, function, name, 5)
        tried(setattr, function, name, f"new{name}")
        tried(delattr, function, name)
        print(getattr(function, name))
    function.other = 1
    tried(delattr, function, "other")
    tried(delattr, function, "other")
