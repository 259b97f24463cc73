# unittest.mock: the mocks themselves (`unittest/mock.py`).


class InvalidSpecError(Exception):
    pass


numeric_magics = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_magics = {
    f"__{name}__"
    for name in (
        "lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg "
        "pos abs invert complex int float index round trunc floor ceil bool next fspath aiter"
    ).split()
    + [mark + name for mark in ("", "i", "r") for name in numeric_magics]
}
_async_method_magics = {"__aenter__", "__aexit__", "__anext__"}
_non_defaults = {
    f"__{name}__"
    for name in (
        "get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr "
        "dir subclasses format getnewargs_ex"
    ).split()
}
_all_sync_magics = _magics | _non_defaults
_all_magics = _all_sync_magics | _async_method_magics | {"__aiter__"}
_unsupported_magics = {
    f"__{name}__" for name in "getattr setattr init new prepare instancecheck subclasscheck del".split()
}
_return_values = {
    "__lt__": NotImplemented,
    "__gt__": NotImplemented,
    "__le__": NotImplemented,
    "__ge__": NotImplemented,
    "__int__": 1,
    "__contains__": False,
    "__len__": 0,
    "__exit__": False,
    "__float__": 1.0,
    "__bool__": True,
    "__index__": 1,
    "__aexit__": False,
}
_missing = sentinel.MISSING
_deleted = sentinel.DELETED
_allowed_names = {
    "return_value",
    "_mock_return_value",
    "side_effect",
    "_mock_side_effect",
    "_mock_parent",
    "_mock_new_parent",
    "_mock_name",
    "_mock_new_name",
    "called",
    "call_count",
    "call_args",
    "call_args_list",
    "mock_calls",
    "await_count",
    "await_args",
    "await_args_list",
}


def _is_magic(name):
    return f"__{name[2:-2]}__" == name


def _is_instance_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _extract_mock(obj):
    return obj.mock if isinstance(obj, FunctionTypes) and hasattr(obj, "mock") else obj


def _is_list(obj):
    return type(obj) in (list, tuple)


def _is_async_obj(obj):
    if _is_instance_mock(obj) and not isinstance(obj, AsyncMock):
        return False
    obj = getattr(obj, "__func__", obj)
    return inspect.iscoroutinefunction(obj) or inspect.isawaitable(obj)


# The function behind a spec, and its signature.
def _get_signature_object(spec, as_instance, eat_self):
    if isinstance(spec, type) and not as_instance:
        spec, eat_self = getattr(spec, "__init__", None), True
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = eat_self or isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, FunctionTypes):
        try:
            spec = spec.__call__
        except AttributeError:
            return None
    try:
        signature = inspect.signature(spec)
        if eat_self:
            parameters = list(signature.parameters.values())
            kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
            if parameters and parameters[0].kind in kinds:
                signature = signature.replace(parameters=parameters[1:])
        return spec, signature
    except (ValueError, TypeError, NotImplementedError):
        return None


# Gives a mock its name and its parent, where it has none yet; whether it took them.
def _check_and_set_parent(parent, value, name, new_name):
    value = _extract_mock(value)
    if not _is_instance_mock(value) or value._mock_name or value._mock_new_name:
        return False
    if value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent, value._mock_new_name = parent, new_name
    if name:
        value._mock_parent, value._mock_name = parent, name
    return True


def _delegating_property(name):
    hidden = "_mock_" + name

    def read(self):
        delegate = self._mock_delegate
        return getattr(self, hidden) if delegate is None else getattr(delegate, name)

    def write(self, value):
        delegate = self._mock_delegate
        if delegate is None:
            self.__dict__[hidden] = value
        else:
            setattr(delegate, name, value)

    return property(read, write)


class Base:
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


class _MockIter:
    def __init__(self, obj):
        self.obj = iter(obj)

    def __next__(self):
        return next(self.obj)


class NonCallableMock(_Asserts, Base):
    # Each mock has a class of its own, on which its magic methods stand.
    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, *args, **kwargs):
        bases = (cls,)
        spec = spec_set or spec
        if not issubclass(cls, AsyncMockMixin) and spec is not None and _is_async_obj(spec):
            bases = (AsyncMockMixin, cls)
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__}))

    def __init__(
        self,
        spec=None,
        wraps=None,
        name=None,
        spec_set=None,
        parent=None,
        _spec_state=None,
        _new_name="",
        _new_parent=None,
        _spec_as_instance=False,
        _eat_self=None,
        unsafe=False,
        **kwargs,
    ):
        if spec_set is not None:
            spec, spec_set = spec_set, True
        if _eat_self is None:
            _eat_self = parent is not None
        self.__dict__.update(
            _mock_parent=parent,
            _mock_name=name,
            _mock_new_name=_new_name,
            _mock_new_parent=parent if _new_parent is None else _new_parent,
            _mock_sealed=False,
        )
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        self.__dict__.update(
            _mock_children={},
            _mock_wraps=wraps,
            _mock_delegate=None,
            _mock_called=False,
            _mock_call_args=None,
            _mock_call_count=0,
            _mock_call_args_list=_CallList(),
            _mock_mock_calls=_CallList(),
            method_calls=_CallList(),
            _mock_unsafe=unsafe,
        )
        if kwargs:
            self.configure_mock(**kwargs)

    def attach_mock(self, mock, attribute):
        inner = _extract_mock(mock)
        inner._mock_parent = inner._mock_new_parent = inner._mock_new_name = None
        inner._mock_name = ""
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if _is_instance_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        spec_class = signature = None
        asyncs = []
        if spec is not None and not _is_list(spec):
            spec_class = spec if isinstance(spec, type) else type(spec)
            found = _get_signature_object(spec, _spec_as_instance, _eat_self)
            signature = found and found[1]
            names = names_of(spec)
            for name in names or ():
                own = {} if isinstance(spec, type) else getattr(spec, "__dict__", {})
                if inspect.iscoroutinefunction(own[name] if name in own else getattr(spec_class, name, None)):
                    asyncs.append(name)
            # What cannot be listed is asked for its names one by one.
            self.__dict__["_mock_source"] = spec if names is None else None
            spec = names
        else:
            self.__dict__["_mock_source"] = None
        self.__dict__.update(
            _spec_class=spec_class,
            _spec_set=spec_set,
            _spec_signature=signature,
            _mock_methods=spec,
            _spec_asyncs=asyncs,
        )

    @property
    def return_value(self):
        value = self._mock_return_value
        if self._mock_delegate is not None:
            value = self._mock_delegate.return_value
        if value is DEFAULT and (not is_since(13) or self._mock_wraps is None):
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self._mock_return_value = value
            _check_and_set_parent(self, value, None, "()")

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    called = _delegating_property("called")
    call_count = _delegating_property("call_count")
    call_args = _delegating_property("call_args")
    call_args_list = _delegating_property("call_args_list")
    mock_calls = _delegating_property("mock_calls")

    @property
    def side_effect(self):
        delegate = self._mock_delegate
        if delegate is None:
            return self._mock_side_effect
        effect = delegate.side_effect
        if effect is not None and not callable(effect) and not isinstance(effect, _MockIter):
            if not _is_exception(effect):
                effect = delegate.side_effect = _MockIter(effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not _is_exception(value) and not callable(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        delegate = self._mock_delegate
        if delegate is None:
            self._mock_side_effect = value
        else:
            delegate.side_effect = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if any(self is each for each in visited):
            return
        visited.append(self)
        self.called, self.call_args, self.call_count = False, None, 0
        self.mock_calls, self.call_args_list, self.method_calls = _CallList(), _CallList(), _CallList()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if not isinstance(child, _SpecState) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if _is_instance_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda entry: entry[0].count(".")):
            *names, last = path.split(".")
            place = self
            for name in names:
                place = getattr(place, name)
            setattr(place, last, value)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        methods, source = self._mock_methods, self._mock_source
        if source is not None and not hasattr(source, name):
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods):
            is_misspelt = name.startswith(("assert", "assret", "asert", "aseert", "assrt"))
            if is_misspelt or is_since(12) and name in _ATTRIB_DENY_LIST:
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec "
                    f"for the mock if {name!r} is meant to be an attribute."
                )
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        elif isinstance(child, _SpecState):
            try:
                child = create_autospec(child.spec, child.spec_set, child.instance, child.parent, child.name)
            except InvalidSpecError:
                target = self.__dict__["_mock_name"] or self
                raise InvalidSpecError(
                    f"Cannot autospec attr {name!r} from target {target!r} as it has already been mocked out. "
                    f"[target={self!r}, attr={child.spec!r}]"
                )
            self._mock_children[name] = child
        return child

    def _extract_mock_name(self):
        names, last, above = [self._mock_new_name], self, self._mock_new_parent
        dot = "" if names == ["()"] else "."
        while above is not None:
            last = above
            names.append(above._mock_new_name + dot)
            dot = "" if above._mock_new_name == "()" else "."
            above = above._mock_new_parent
        names.reverse()
        first = last._mock_name or "mock"
        if len(names) > 1 and names[1] not in ("()", "()."):
            first += "."
        names[0] = first
        return "".join(names)

    def __repr__(self):
        name, spec = self._extract_mock_name(), ""
        name = "" if name in ("mock", "mock.") else f" name={name!r}"
        if self._spec_class is not None:
            spec = f" spec{'_set' if self._spec_set else ''}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    def __dir__(self):
        own = [name for name in dir(type(self)) if not name.startswith("_")]
        fields = [name for name in self.__dict__ if not name.startswith("_") or _is_magic(name)]
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        return sorted(set((self._mock_methods or []) + own + fields + children))

    def __setattr__(self, name, value):
        if name in _allowed_names:
            return object.__setattr__(self, name, value)
        methods = self._mock_methods
        is_new = methods is not None and name not in methods
        if self._spec_set and is_new and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _unsupported_magics:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _all_magics:
            if is_new:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_instance_mock(value):
                _check_and_set_parent(self, value, None, name)
                setattr(type(self), name, MagicProxy(name, value))
                self._mock_children[name] = value
            else:
                setattr(type(self), name, plain_method(name, value))
                value = functools.partial(value, self)
        elif name == "__class__":
            self._spec_class = value
            return
        elif _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if is_since(13) and isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + attribute)
        name, kind = kw.get("_new_name"), type(self)
        source = self.__dict__["_mock_source"]
        is_async = source is not None and inspect.iscoroutinefunction(getattr(source, name or "", None))
        if is_async or name in self.__dict__["_spec_asyncs"]:
            return AsyncMock(**kw)
        if issubclass(kind, MagicMock) and name in _async_method_magics:
            return AsyncMock(**kw)
        if issubclass(kind, AsyncMockMixin):
            is_plain = name in _all_sync_magics or self._mock_methods and name in self._mock_methods
            return MagicMock(**kw) if is_plain else AsyncMock(**kw)
        if not issubclass(kind, CallableMixin):
            return MagicMock(**kw) if issubclass(kind, NonCallableMagicMock) else Mock(**kw)
        return kind.__mro__[1](**kw)


# A function of the script as a magic method.
def plain_method(name, function):
    def method(self, /, *args, **kwargs):
        return function(self, *args, **kwargs)

    method.__name__ = name
    return method


_ATTRIB_DENY_LIST = frozenset(
    name.removeprefix("assert_") for name in dir(NonCallableMock) if name.startswith("assert_")
)


class CallableMixin(Base):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, *args, **kwargs):
        self.__dict__["_mock_return_value"] = return_value
        super().__init__(spec, wraps, name, *args, **kwargs)
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    # Notes a call, here and in all mocks above.
    def _increment_mock_call(self, /, *args, **kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = _Call((args, kwargs), two=True)
        self.call_args_list.append(self.call_args)
        is_method, method_name = self._mock_parent is not None, self._mock_name
        name = self._mock_new_name
        is_a_call = name == "()"
        self.mock_calls.append(_Call(("", args, kwargs)))
        above = self._mock_new_parent
        while above is not None:
            if is_method:
                above.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = above._mock_parent is not None
                if is_method:
                    method_name = f"{above._mock_name}.{method_name}"
            above.mock_calls.append(_Call((name, args, kwargs)))
            if above._mock_new_name:
                dot = "" if is_a_call else "."
                is_a_call = above._mock_new_name == "()"
                name = above._mock_new_name + dot + name
            above = above._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        delegate = self._mock_delegate
        if is_since(13) and delegate and delegate.return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass
