# Built-in functions that call methods of their argument.


def aiter(iterable):
    return iterable.__aiter__()


def anext(iterator, *default):
    if not default:
        return iterator.__anext__()
    return anext_or(iterator, default[0])


async def anext_or(iterator, default):
    try:
        return await iterator.__anext__()
    except StopAsyncIteration:
        return default
