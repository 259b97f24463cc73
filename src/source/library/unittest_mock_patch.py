# unittest.mock: what stands in the place of something for a while (`unittest/mock.py`).


# What a path names: an attribute of a module, or of something in one.
def named(path):
    first, *names = path.split(".")
    place = module_named(first)
    for name in names:
        place = getattr(place, name)
    return place


# What is started and stopped, and not left with a block.
class Startable:
    _active_patches = []

    def start(self):
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


class _patch(Startable):
    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            _check_spec_arg_typos(kwargs)
        if _is_instance_mock(spec):
            raise InvalidSpecError(
                f"Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]"
            )
        if _is_instance_mock(spec_set):
            raise InvalidSpecError(
                f"Cannot spec attr {attribute!r} as the spec_set target has already been mocked out. "
                f"[spec_set={spec_set!r}]"
            )
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []

    def copy(self):
        parts = self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs
        patcher = _patch(self.getter, self.attribute, self.new, *parts)
        patcher.attribute_name = self.attribute_name
        patcher.additional_patchers = [each.copy() for each in self.additional_patchers]
        return patcher

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                method = getattr(func, name) if name.startswith(patch.TEST_PREFIX) else None
                if callable(method):
                    setattr(func, name, self.copy()(method))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):

            @functools.wraps(func)
            async def patched(*args, **keywargs):
                with self.decoration_helper(patched, args, keywargs) as (args, keywargs):
                    return await func(*args, **keywargs)

        else:

            @functools.wraps(func)
            def patched(*args, **keywargs):
                with self.decoration_helper(patched, args, keywargs) as (args, keywargs):
                    return func(*args, **keywargs)

        patched.patchings = [self]
        return patched

    @contextlib.contextmanager
    def decoration_helper(self, patched, args, keywargs):
        with contextlib.ExitStack() as stack:
            for patching in patched.patchings:
                arg = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    keywargs.update(arg)
                elif patching.new is DEFAULT:
                    args += (arg,)
            yield args, keywargs

    def get_original(self):
        target, name = self.getter(), self.attribute
        if isinstance(target, module):
            if hasattr(target, name):
                return getattr(target, name), True
            self.create = self.create or target.__name__ == "builtins"
        try:
            return target.__dict__[name], True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, False

    # The mock that takes the place of `original`.
    def make_mock(self, original):
        spec, spec_set, inherit = self.spec or None, self.spec_set or None, False
        if spec is True:
            spec = original
            if spec_set is True:
                spec, spec_set = None, original
        elif spec is not None:
            if spec_set is True:
                spec, spec_set = None, spec
        elif spec_set is True:
            spec_set = original
        if spec is not None or spec_set is not None:
            if original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            inherit = isinstance(original, type)
        meant = spec if spec_set is None else spec_set
        if self.new_callable is not None:
            kind = self.new_callable
        elif meant is None:
            kind = AsyncMock if _is_async_obj(original) else MagicMock
        elif _is_async_obj(meant):
            kind = AsyncMock
        else:
            is_callable = "__call__" in meant if _is_list(meant) else callable(meant)
            kind = MagicMock if is_callable else NonCallableMagicMock
        settings = {}
        if spec is not None:
            settings["spec"] = spec
        if spec_set is not None:
            settings["spec_set"] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            settings["name"] = self.attribute
        settings.update(self.kwargs)
        new = kind(**settings)
        if inherit and _is_instance_mock(new):
            if not _is_list(meant) and not _instance_callable(meant):
                kind = NonCallableMagicMock
            settings.pop("name")
            new.return_value = kind(_new_parent=new, _new_name="()", **settings)
        return new

    def make_spec(self, original):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        spec = original if self.autospec is True else self.autospec
        if _is_instance_mock(self.target):
            raise InvalidSpecError(
                f"Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. "
                f"[target={self.target!r}, attr={spec!r}]"
            )
        if _is_instance_mock(spec):
            name = getattr(self.target, "__name__", self.target)
            raise InvalidSpecError(
                f"Cannot autospec attr {self.attribute!r} from target {name!r} as it has already been mocked out. "
                f"[target={self.target!r}, attr={spec!r}]"
            )
        return create_autospec(spec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)

    def __enter__(self):
        self.target = self.getter()
        spec, autospec, spec_set = self.spec or None, self.autospec or None, self.spec_set or None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        original, local = self.get_original()
        if autospec is not None:
            new = self.make_spec(original)
        elif self.new is DEFAULT:
            new = self.make_mock(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        else:
            new = self.new
        self.temp_original = original
        self.is_local = local
        self._exit_stack = contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            extra = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patching in self.additional_patchers:
                arg = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    extra.update(arg)
            return extra
        except BaseException as error:
            if not self.__exit__(type(error), error, error.__traceback__):
                raise

    def __exit__(self, *exc_info):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        stack = self._exit_stack
        del self.temp_original, self.is_local, self.target, self._exit_stack
        return stack.__exit__(*exc_info)


def _patch_object(
    target,
    attribute,
    new=DEFAULT,
    spec=None,
    create=False,
    spec_set=None,
    autospec=None,
    new_callable=None,
    *,
    unsafe=False,
    **kwargs,
):
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    parts = new, spec, create, spec_set, autospec, new_callable, kwargs
    return _patch(lambda: target, attribute, *parts, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    getter = (lambda: named(target)) if type(target) is str else lambda: target
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


def patch(
    target,
    new=DEFAULT,
    spec=None,
    create=False,
    spec_set=None,
    autospec=None,
    new_callable=None,
    *,
    unsafe=False,
    **kwargs,
):
    try:
        place, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    parts = new, spec, create, spec_set, autospec, new_callable, kwargs
    return _patch(lambda: named(place), attribute, *parts, unsafe=unsafe)


class _patch_dict(Startable):
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                method = getattr(f, name) if name.startswith(patch.TEST_PREFIX) else None
                if callable(method):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(method))
            return f
        if inspect.iscoroutinefunction(f):

            @functools.wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)

        else:

            @functools.wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)

        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = named(self.in_dict)
        try:
            self._original = self.in_dict.copy()
        except AttributeError:
            self._original = {key: self.in_dict[key] for key in self.in_dict}
        if self.clear:
            clear_dict(self.in_dict)
        update_dict(self.in_dict, self.values)
        return self.in_dict

    def __exit__(self, *args):
        if self._original is not None:
            clear_dict(self.in_dict)
            update_dict(self.in_dict, self._original)
        return False


def update_dict(place, values):
    try:
        place.update(values)
    except AttributeError:
        for key in values:
            place[key] = values[key]


def clear_dict(place):
    try:
        place.clear()
    except AttributeError:
        for key in list(place):
            del place[key]


def _patch_stopall():
    for each in reversed(_patch._active_patches):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"
