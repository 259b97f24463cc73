# inspect: what kind of thing something is.


async def coroutine():
    pass


def numbers():
    yield


async def numbers_later():
    yield


def type_of_coroutine():
    made = coroutine()
    made.close()
    return type(made)


CoroutineType = type_of_coroutine()
GeneratorType = type(numbers())
AsyncGeneratorType = type(numbers_later())
FunctionType = type(numbers)


class Bound:
    def method(self):
        pass


MethodType = type(Bound().method)


def iscoroutinefunction(obj):
    return asyncio.iscoroutinefunction(obj)


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isgenerator(object):
    return isinstance(object, GeneratorType)


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or asyncio.isfuture(object) or hasattr(type(object), "__await__")


def isfunction(object):
    return isinstance(object, FunctionType) and not isbuiltin(object)


def ismethod(object):
    return isinstance(object, MethodType)


def isbuiltin(object):
    return isinstance(object, type(len))


def isclass(object):
    return isinstance(object, type)
