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
FrameType, CodeType = frame, code
GenericAlias = type(alias_of(list, int))
ModuleType = type(module_named("builtins"))
try:
    raise Exception
except Exception as raised:
    TracebackType = type(raised.__traceback__)


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if kind_of_function(func) == "generator":
        func.__awaitable__ = True
    if kind_of_function(func) in ("generator", "coroutine", "awaitable"):
        return func

    # What it gives may be awaited if it is a generator.
    def wrapped(*args, **kwargs):
        given = func(*args, **kwargs)
        return _GeneratorWrapper(given) if isinstance(given, GeneratorType) and kind_of_function(given) != "awaitable" else given

    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        if hasattr(func, name):
            setattr(wrapped, name, getattr(func, name))
    wrapped.__wrapped__ = func
    return wrapped


class _GeneratorWrapper:
    def __init__(self, gen):
        self.__wrapped = gen
        self.__name__ = gen.__name__
        self.__qualname__ = gen.__qualname__

    def send(self, val):
        return self.__wrapped.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped

    __await__ = __iter__


class SimpleNamespace:
    __type_name__ = "types.SimpleNamespace"

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__

        def write():
            fields = [f"{field}={value!r}" for field, value in vars(self).items()]
            return f"{name}({', '.join(fields)})"

        return write_once(self, write, f"{name}(...)")

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return vars(self) == vars(other)


MethodType = type(SimpleNamespace().__repr__)


# A dict that cannot be changed through this.
class MappingProxyType:
    def __init__(self, mapping):
        __setfield__(self, "_mapping", mapping)

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, MappingProxyType) else other)

    def __setitem__(self, key, value):
        raise TypeError("'mappingproxy' object does not support item assignment")

    def __delitem__(self, key):
        raise TypeError("'mappingproxy' object does not support item deletion")

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()
