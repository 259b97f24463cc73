# types: the classes of what the language itself makes, and generators that can be awaited.


def example():
    yield None


async def example_coroutine():
    pass


async def example_async_generator():
    yield None


unused = example_coroutine()
CoroutineType = type(unused)
unused.close()
GeneratorType = type(example())
AsyncGeneratorType = type(example_async_generator())
FunctionType = LambdaType = type(example)
BuiltinFunctionType = BuiltinMethodType = type(len)
NoneType = type(None)


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if kind_of_function(func) == "generator":
        func.__awaitable__ = True
    elif kind_of_function(func) != "coroutine":
        raise NotImplementedError("kitchen-sim has types.coroutine for generator functions alone")
    return func


class SimpleNamespace:
    __type_name__ = "types.SimpleNamespace"

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        fields = [f"{name}={value!r}" for name, value in vars(self).items()]
        return f"{'namespace' if type(self) is SimpleNamespace else type(self).__name__}({', '.join(fields)})"

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return vars(self) == vars(other)
