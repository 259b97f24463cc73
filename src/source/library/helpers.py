# What operations of the kernel ask for. `__resume__` and `__throw__` are ops of the machine.


# What a class holds is told its name, where it wants to know.
def tell_names(cls):
    for name, held in cls.__dict__.items():
        if hasattr(type(held), "__set_name__"):
            type(held).__set_name__(held, cls, name)
    return cls


# The objects whose text is being written: what leads back to one ends there (`reprlib.py`, `recursive_repr`).
being_written = []


def write_once(one, write, again="..."):
    if any([each is one for each in being_written]):
        return again
    being_written.append(one)
    try:
        return write()
    finally:
        being_written.pop()


def collect(iterable):
    items = []
    for item in iterable:
        items.append(item)
    return items


def exhaust(iterator):
    items = []
    try:
        while True:
            items.append(next(iterator))
    except StopIteration:
        return items


def next_item(function, iterator):
    try:
        return (function(iterator),)
    except StopIteration as end:
        return end


def next_of_generator(generator):
    try:
        return (__resume__(generator, None),)
    except StopIteration as end:
        return end


def contains(iterable, member):
    for item in iterable:
        if item is member or item == member:
            return True
    return False


def any_of(iterable):
    for item in iterable:
        if item:
            return True
    return False


def all_of(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def map_items(function, *iterables):
    return map_iterators(function, [iter(iterable) for iterable in iterables])


def map_iterators(function, iterators):
    if len(iterators) == 1:
        for item in iterators[0]:
            yield function(item)
        return
    for items in zip_iterators(iterators):
        yield function(*items)


def filter_items(function, iterable):
    return filter_iterator(function, iter(iterable))


def filter_iterator(function, iterator):
    for item in iterator:
        if item if function is None else function(item):
            yield item


def zip_items(*iterables):
    return zip_iterators([iter(iterable) for iterable in iterables])


def zip_iterators(iterators):
    while True:
        items = []
        for iterator in iterators:
            try:
                items.append(next(iterator))
            except StopIteration:
                return
        yield tuple(items)


def enumerate_items(iterable, start):
    return enumerate_iterator(iter(iterable), start)


def enumerate_iterator(iterator, number):
    for item in iterator:
        yield (number, item)
        number += 1


def items_by_index(sequence):
    index = 0
    while True:
        try:
            item = sequence[index]
        except IndexError:
            return
        yield item
        index += 1


def call_until(function, sentinel):
    while True:
        value = function()
        if value == sentinel:
            return
        yield value


def new_exit():
    try:
        raise GeneratorExit()
    except GeneratorExit as made:
        return made


# What a generator or coroutine waits in is closed before it: what that raises is thrown into it, else what was meant for it.
def close_inside(outer, exception):
    inner = take_inside(outer)
    if inner is not None:
        try:
            close_taken(inner)
        except BaseException as error:
            exception = error
        inner = None
    return exception


def throw_exit(outer, exception):
    return throw_here(outer, close_inside(outer, exception))


def close_and_go_on(inner, exception):
    close_taken(inner)
    __again__(exception)


def close_generator(generator):
    try:
        throw_here(generator, close_inside(generator, new_exit()))
    except GeneratorExit:
        return None
    except StopIteration as end:
        return end.value if __python__ >= 13 else None
    raise RuntimeError("generator ignored GeneratorExit")


def close_coroutine(coroutine):
    try:
        throw_here(coroutine, close_inside(coroutine, new_exit()))
    except GeneratorExit:
        return None
    except StopIteration as end:
        return end.value if __python__ >= 13 else None
    raise RuntimeError("coroutine ignored GeneratorExit")


def close_step(step):
    try:
        throw_here(step, close_inside(step, new_exit()))
    except (GeneratorExit, StopIteration, StopAsyncIteration):
        return None
    raise RuntimeError("coroutine ignored GeneratorExit")


# What is thrown into one of these before it began goes on into the generator, by way of the last parameter.


async def anext_of_generator(generator, value, thrown=None):
    if thrown is not None:
        return __throw__(generator, thrown)
    return __resume__(generator, value)


async def athrow_into_generator(generator, exception, thrown=None):
    return __throw__(generator, exception if thrown is None else thrown)


async def aclose_generator(generator, thrown=None):
    if thrown is None:
        note_closing(generator)
    try:
        __throw__(generator, GeneratorExit() if thrown is None else thrown)
    except (GeneratorExit, StopAsyncIteration):
        return None
    raise RuntimeError("async generator ignored GeneratorExit")


def attribute_or(thing, name, default):
    try:
        return getattr(thing, name)
    except AttributeError:
        return default


def attribute_or_missing(getter, missing, thing, name, *given):
    try:
        return getter(*given)
    except AttributeError:
        pass
    return missing(thing, name)


def has_attribute(thing, name):
    try:
        getattr(thing, name)
    except AttributeError:
        return False
    return True


def mapping(thing):
    return {key: thing[key] for key in thing.keys()}


async def shutdown_asyncgens(loop):
    generators = open_asyncgens(loop)
    if not generators:
        return
    closed = await gather(*[generator.aclose() for generator in generators], return_exceptions=True)
    for generator, result in zip(generators, closed):
        if isinstance(result, Exception):
            report_unclosed(generator, result)


def report_unclosed(generator, exception):
    message = f"an error occurred during closing of asynchronous generator {generator!r}"
    context = {"message": message, "exception": exception, "asyncgen": generator}
    get_running_loop().call_exception_handler(context)


def start_closing(generator):
    loop = get_running_loop()
    if loop.get_task_factory() is None:
        __start__(aclose_generator(generator))
    else:
        loop.create_task(generator.aclose())


async def _wrap_awaitable(thing):
    return await thing


def gather_by_value(arguments, return_exceptions):
    return gather(*arguments, return_exceptions=return_exceptions)


def eager_factory_of(constructor):
    def factory(loop, coro, *, name=None, context=None):
        return constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


def task_by_factory(factory, loop, coro, name, context):
    task = factory(loop, coro) if context is None else factory(loop, coro, context=context)
    if name is not None or __python__ >= 13:
        task.set_name(name)
    return task


# `ensure_future`, where the loop makes no task: what it was given itself is closed (tasks.py, `_ensure_future`).
def refuse_coroutine(coroutine, error):
    coroutine.close()
    raise error


def ensure_by_factory(factory, loop, coro):
    try:
        return task_by_factory(factory, loop, coro, None, None)
    except RuntimeError:
        coro.close()
        raise


def cancel_saying(method, future, message):
    return method(future, msg=message)


async def await_object(method, thing):
    return __await__(await_check(method(thing)))


async def await_next(method, thing):
    try:
        iterator = await_check(method(thing))
    except BaseException as error:
        kind = type(thing).__name__
        raise TypeError(f"'async for' received an invalid object from __anext__: {kind}") from error
    return __await__(iterator)


async def await_generator(generator, thrown=None):
    if thrown is not None:
        return __throw__(generator, thrown)
    return __await__(generator)


# A task was given what has the mark of futures, and goes on by `wake`. True if nobody awaits it, False if it is of another loop.
def await_alike(future, loop, wake, context):
    if (future.get_loop() if hasattr(future, "get_loop") else future._loop) is not loop:
        return False
    if not future._asyncio_future_blocking:
        return True
    future._asyncio_future_blocking = False
    future.add_done_callback(wake, context=context)
    return None


# A task steps what has the methods of a coroutine. It may be thrown into first.
async def drive_alike(coroutine, thrown=None):
    return __await__(steps_of(coroutine, thrown))


# What is an iterator, too, is asked for what comes next (`PyIter_Send`).
def steps_of(coroutine, error):
    is_iterator = hasattr(type(coroutine), "__next__")
    while True:
        try:
            if error is not None:
                given = coroutine.throw(error)
            else:
                given = next(coroutine) if is_iterator else coroutine.send(None)
        except StopIteration as end:
            return end.value
        try:
            yield given
            error = None
        except BaseException as raised:
            error = raised


# What `yield from` does with the methods of what it goes through.
def steps_through(iterator):
    sent, error = None, None
    while True:
        try:
            if error is not None:
                given = iterator.throw(error)
            else:
                given = next(iterator) if sent is None else iterator.send(sent)
        except StopIteration as end:
            return end.value
        sent, error, leaving = None, None, None
        try:
            sent = yield given
        except GeneratorExit as raised:
            leaving = raised
        except BaseException as raised:
            if not hasattr(iterator, "throw"):
                raise
            error = raised
        if leaving is not None:
            # Nothing is handled while it is closed.
            if hasattr(iterator, "close"):
                iterator.close()
            raise leaving


def make_object(cls, maker, has_init, args, kwargs):
    made = maker(cls, *args, **kwargs)
    if has_init and isinstance(made, cls):
        made.__init__(*args, **kwargs)
    return made


class module:
    def __init__(self, name):
        object.__setattr__(self, "__name__", name)

    def __repr__(self):
        return f"<module {self.__name__!r}>"

    def __getattr__(self, name):
        return module_attribute(self.__name__, name)

    def __setattr__(self, name, value):
        if not set_global(f"{self.__name__}.{name}", value):
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in self.__dict__:
            object.__delattr__(self, name)
        else:
            getattr(self, name)
            delete_global(f"{self.__name__}.{name}")


# The script's own module as a value.
class main_module(module):
    def __getattr__(self, name):
        found = global_variables()
        if name not in found:
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        return found[name]

    def __setattr__(self, name, value):
        if not set_global(name, value):
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        getattr(self, name)
        delete_global(name)


module_values = {}


def module_named(name):
    if name not in module_values:
        module_values[name] = main_module(name) if name == "__main__" else module(name)
    return module_values[name]


# Where prints go instead of stdout and stderr.
outputs = {"stdout": None, "stderr": None}


def swap_output(name, stream):
    before = outputs[name]
    outputs[name] = stream
    note_output(name, stream)
    return before


def assign_output(name, stream):
    swap_output(name, None if getattr(stream, "name", None) == f"<{name}>" else stream)


def write_pieces(stream, pieces):
    stream = outputs["stdout"] if stream is None else stream
    for piece in pieces:
        stream.write(piece)


# `super()` as a value.
class bound_super:
    def __init__(self, cls, thing):
        self.__thisclass__ = cls
        self.__self__ = thing

    def __getattr__(self, name):
        return attribute_of_super(self.__thisclass__, self.__self__, name)


def encode_text(text, encoding, errors):
    made = module_attribute("builtins", "bytes")
    return made(text, "utf-8" if encoding is None else encoding, "strict" if errors is None else errors)


def bytes_of_int(number, length, byteorder, signed):
    made = module_attribute("builtins", "written_int")
    return made(number, 1 if length is None else length, "big" if byteorder is None else byteorder, signed)


def int_of_bytes(source, byteorder, signed):
    return module_attribute("builtins", "read_int")(source, "big" if byteorder is None else byteorder, signed)


def init_subclass(cls, **kwargs):
    attribute_of_super(cls, cls, "__init_subclass__")(**kwargs)
    return cls


def cannot_import(module, name):
    raise ImportError(f"cannot import name {name!r} from {module!r}", name=module)


def has_no_attribute(module, name):
    raise AttributeError(f"module {module!r} has no attribute {name!r}", name=name)


def cannot_find(module):
    raise ModuleNotFoundError(f"No module named {module!r}", name=module)
