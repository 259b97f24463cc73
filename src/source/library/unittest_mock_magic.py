# unittest.mock: magic methods, mocks of coroutine functions and of properties (`unittest/mock.py`).


# A magic method on a mock's own class: what is asked for makes a mock of it, once.
class MagicProxy(Base):
    def __init__(self, name, mock=None, parent=None):
        self.name = name
        self.mock = mock
        self.parent = parent

    def create_mock(self):
        name, parent = self.name, self.parent
        mock = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        setattr(parent, name, mock)
        self.mock = mock
        set_result(parent, mock, name)
        return mock

    def __get__(self, obj, kind=None):
        return self.create_mock() if self.mock is None else self.mock

    def __call__(self, owner, /, *args, **kwargs):
        return self.__get__(owner)(*args, **kwargs)


# What a magic method does that nobody told anything.
def set_result(parent, method, name):
    def result_of(method, default, shown=None):
        value = method._mock_return_value
        return default if value is DEFAULT else value if shown is None else shown(value)

    if name in _return_values:
        method.return_value = _return_values[name]
    elif name == "__hash__":
        method.return_value = object.__hash__(parent)
    elif name == "__str__":
        method.return_value = parent.__repr__()
    elif name == "__sizeof__":
        method.return_value = 48
    elif name == "__fspath__":
        method.return_value = f"{type(parent).__name__}/{parent._extract_mock_name()}/{id(parent)}"
    elif name == "__eq__":
        method.side_effect = lambda other: result_of(method, True if parent is other else NotImplemented)
    elif name == "__ne__":
        method.side_effect = lambda other: (
            DEFAULT if method._mock_return_value is not DEFAULT else False if parent is other else NotImplemented
        )
    elif name == "__iter__":
        method.side_effect = lambda: iter(result_of(method, []))
    elif name == "__aiter__":
        method.side_effect = lambda: _AsyncIterator(iter(result_of(method, [])))


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            pass
        raise StopAsyncIteration


class MagicMixin(Base):
    def __init__(self, /, *args, **kw):
        self._mock_set_magics()
        super().__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        kind, names = type(self), _magics | _async_method_magics
        methods = self.__dict__.get("_mock_methods")
        if methods is not None:
            for name in sorted(names - set(methods)):
                if name in kind.__dict__:
                    delattr(self, name)
            names &= set(methods)
        for name in sorted(names - set(kind.__dict__)):
            setattr(kind, name, MagicProxy(name, parent=self))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class AsyncMagicMixin(MagicMixin):
    pass


class MagicMock(MagicMixin, Mock):
    def reset_mock(self, /, *args, return_value=False, **kwargs):
        if is_since(13) and return_value and self._mock_name and _is_magic(self._mock_name):
            return_value = False
        super().reset_mock(*args, return_value=return_value, **kwargs)


class AsyncMockMixin(Base):
    await_count = _delegating_property("await_count")
    await_args = _delegating_property("await_args")
    await_args_list = _delegating_property("await_args_list")

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(
            _is_coroutine=True,
            _mock_await_count=0,
            _mock_await_args=None,
            _mock_await_args_list=_CallList(),
            __name__="AsyncMock",
            __defaults__=(),
            __kwdefaults__={},
            __annotations__=None,
        )

    async def _execute_mock_call(self, /, *args, **kwargs):
        self.await_count += 1
        self.await_args = _Call((args, kwargs), two=True)
        self.await_args_list.append(self.await_args)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            elif callable(effect):
                result = effect(*args, **kwargs)
            else:
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            if inspect.iscoroutinefunction(self._mock_wraps):
                return await self._mock_wraps(*args, **kwargs)
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def _check_awaits(self, is_right, words, count_is_told=True):
        if not is_right:
            told = f" Awaited {self.await_count} times." if count_is_told else ""
            raise AssertionError(f"Expected {self._mock_name or 'mock'} {words}.{told}")

    def assert_awaited(self):
        self._check_awaits(self.await_count != 0, "to have been awaited", count_is_told=False)

    def assert_awaited_once(self):
        self._check_awaits(self.await_count == 1, "to have been awaited once")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        self._compare_last(self.await_args, args, kwargs, "await")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self._check_awaits(self.await_count == 1, "to have been awaited once")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        self._find_any(self.await_args_list, args, kwargs, "await")

    def assert_has_awaits(self, calls, any_order=False):
        expected = [self._call_matcher(each) for each in calls]
        actual = [self._call_matcher(each) for each in self.await_args_list]
        if any_order:
            missing, _ = left_over(expected, actual)
            if missing:
                cause = next((each for each in expected if isinstance(each, Exception)), None)
                raise AssertionError(f"{missing!r} not all found in await list") from cause
            return
        problem = missing_calls(expected, actual)
        if problem is not None:
            errors, cause = problem
            head = f"Error processing expected awaits.\nErrors: {errors}" if errors else "Awaits not found."
            told = f"{head}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}"
            raise AssertionError(told) from cause

    def assert_not_awaited(self):
        self._check_awaits(self.await_count == 0, "to not have been awaited")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    pass


class PropertyMock(Mock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    mock._mock_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if not isinstance(child, NonCallableMock) or isinstance(child._mock_children.get(name), _SpecState):
            continue
        if child._mock_new_parent is mock:
            seal(child)


class _SpecState:
    def __init__(self, spec, spec_set=False, parent=None, name=None, ids=None, instance=False):
        self.spec = spec
        self.spec_set = spec_set
        self.parent = parent
        self.name = name
        self.instance = instance


FunctionTypes = (type(seal), type(ANY.__eq__))
FUNCTION_NAMES = (
    "__annotations__ __builtins__ __call__ __class__ __closure__ __code__ __defaults__ __delattr__ __dict__ __dir__ "
    "__doc__ __eq__ __format__ __ge__ __get__ __getattribute__ __getstate__ __globals__ __gt__ __hash__ __init__ "
    "__init_subclass__ __kwdefaults__ __le__ __lt__ __module__ __name__ __ne__ __new__ __qualname__ __reduce__ "
    "__reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__ __type_params__"
).split()


# dir() of a spec; None where there is none, as of classes of asyncio's.
def names_of(spec):
    if isinstance(spec, FunctionTypes):
        return FUNCTION_NAMES
    try:
        return dir(spec)
    except NotImplementedError:
        return None


def _check_spec_arg_typos(kwargs):
    for typo in ("autospect", "auto_spec", "set_spec"):
        if typo in kwargs:
            raise RuntimeError(f"{typo!r} might be a typo; use unsafe=True if this is intended")


def _instance_callable(obj):
    if not isinstance(obj, type):
        return callable(obj)
    return any("__call__" in getattr(kind, "__dict__", ()) for kind in obj.__mro__)


# Whether the first argument of a spec's method is its object.
def _must_skip(spec, name, is_type):
    if not isinstance(spec, type):
        if name in getattr(spec, "__dict__", {}):
            return False
        spec = spec.__class__
    for kind in spec.__mro__:
        found = getattr(kind, "__dict__", {}).get(name, DEFAULT)
        if found is not DEFAULT:
            return is_type if isinstance(found, FunctionTypes) else False
    return is_type


def check_calls(spec, mock, eat_self, instance=False):
    found = _get_signature_object(spec, instance, eat_self)
    if found is not None:
        signature = found[1]

        def check(self, /, *args, **kwargs):
            signature.bind(*args, **kwargs)

        type(mock)._mock_check_sig = check


# A function that checks how it is called, and hands the call on to a mock.
def function_for(mock, original, is_async):
    found = _get_signature_object(original, False, False)
    if found is None:
        return mock
    signature = found[1]

    if is_async and is_since(13):

        async def copied(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)

    else:

        def copied(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)

    def reset_mock():
        copied.method_calls, copied.mock_calls = _CallList(), _CallList()
        mock.reset_mock()
        value = copied.return_value
        if _is_instance_mock(value) and value is not mock:
            value.reset_mock()

    copied.__name__ = copied.__qualname__ = original.__name__
    copied.__doc__ = original.__doc__
    copied.mock = mock
    copied.called, copied.call_count, copied.call_args = False, 0, None
    copied.call_args_list, copied.method_calls, copied.mock_calls = _CallList(), _CallList(), _CallList()
    copied.return_value, copied.side_effect = mock.return_value, mock.side_effect
    copied._mock_children = mock._mock_children
    copied.reset_mock = reset_mock
    asked = "called_with called_once_with has_calls any_call called not_called called_once".split()
    if is_async:
        asked += "awaited awaited_once awaited_with awaited_once_with any_await has_awaits not_awaited".split()
        copied.await_count, copied.await_args, copied.await_args_list = 0, None, _CallList()
    for name in asked:
        setattr(copied, "assert_" + name, getattr(mock, "assert_" + name))
    copied.__signature__ = signature
    mock._mock_delegate = copied
    return copied


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    if _is_list(spec):
        spec = type(spec)
    is_type = isinstance(spec, type)
    if _is_instance_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_async = isinstance(spec, FunctionTypes) and inspect.iscoroutinefunction(spec)
    settings = {} if spec is None else {"spec_set" if spec_set else "spec": spec}
    if settings and instance:
        settings["_spec_as_instance"] = True
    if not unsafe:
        _check_spec_arg_typos(kwargs)
    name = kwargs.pop("name", _name)
    settings.update(kwargs)
    kind = MagicMock
    if isinstance(spec, property) or hasattr(type(spec), "__set__"):
        settings = {}
    elif is_async:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        kind = AsyncMock
    elif not callable(spec) or is_type and instance and not _instance_callable(spec):
        kind = NonCallableMagicMock
    new_name = "" if _parent is None else name
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=new_name, name=name, **settings)
    if isinstance(spec, FunctionTypes):
        mock = function_for(mock, spec, is_async)
    else:
        check_calls(spec, mock, is_type, instance)
    if _parent is not None and not instance:
        _parent._mock_children[name] = mock
    wrapped = kwargs.pop("wraps", None) if is_since(13) else None
    if is_type and not instance and "return_value" not in kwargs:
        below = {"wraps": wrapped} if is_since(13) else {}
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock, **below)
    for entry in names_of(spec) or ():
        if _is_magic(entry):
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        if not isinstance(original, FunctionTypes):
            mock._mock_children[entry] = _SpecState(original, spec_set, mock, entry, instance)
            continue
        parent = mock.mock if isinstance(spec, FunctionTypes) else mock
        of_child = {"spec_set" if spec_set else "spec": original}
        if wrapped and hasattr(wrapped, entry):
            of_child["wraps"] = original
        skipped = _must_skip(spec, entry, is_type)
        kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
        names = dict(parent=parent, name=entry, _new_name=entry, _new_parent=parent, _eat_self=skipped)
        child = mock._mock_children[entry] = kind(**names, **of_child)
        if is_since(12):
            child.return_value = kind()
        check_calls(original, child, skipped)
    if is_since(13) and _is_instance_mock(mock) and kwargs:
        mock.configure_mock(**kwargs)
    return mock
