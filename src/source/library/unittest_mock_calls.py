# unittest.mock: what a mock remembers of its calls (`unittest/mock.py`).


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
FILTER_DIR = True


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


# What a call reads as.
def shown_call(name, args, kwargs):
    shown = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(shown)})"


# A call as its name, its arguments and its keywords, whatever of them a tuple leaves out; None where it is no call.
def parts_of_call(call):
    name, args, kwargs = "", (), {}
    if len(call) > 3:
        return None
    if len(call) == 3:
        return tuple(call)
    rest = list(call)
    if len(rest) == 2 and not isinstance(rest[0], str):
        return name, rest[0], rest[1]
    if rest and isinstance(rest[0], str):
        name = rest.pop(0)
    if rest and isinstance(rest[0], tuple):
        args = rest[0]
    elif rest:
        kwargs = rest[0]
    return name, args, kwargs


class _Call(tuple):
    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        if value:
            name, args, kwargs = parts_of_call(value)
        else:
            args, kwargs = (), {}
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        parent, other_parent = self._mock_parent, getattr(other, "_mock_parent", None)
        if parent and other_parent and parent != other_parent:
            return False
        parts = parts_of_call(other)
        if parts is None:
            return False
        name, args, kwargs = ("", *self) if len(self) == 2 else tuple(self)
        if name and parts[0] != name:
            return False
        return (parts[1], parts[2]) == (args, kwargs)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in ("count", "index"):
            return _Call.__getattr__(self, attr)
        return object.__getattribute__(self, attr)

    @property
    def args(self):
        return tuple(self)[-2]

    @property
    def kwargs(self):
        return tuple(self)[-1]

    def __repr__(self):
        name = self._mock_name or "call"
        if self._mock_from_kall:
            name = "" if len(self) == 2 else tuple(self)[0]
            name = f"call{name}" if name.startswith("()") else f"call.{name}" if name else "call"
            return shown_call(name, self.args, self.kwargs)
        return f"call{name}" if name.startswith("()") else name

    def call_list(self):
        calls, call = [], self
        while call is not None:
            if call._mock_from_kall:
                calls.append(call)
            call = call._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[at : at + len(value)] == value for at in range(len(self) - len(value) + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


# A list of calls in which ANY stands on the left of each comparison.
class _AnyComparer(list):
    def __contains__(self, item):
        for known in self:
            if all([expected == actual for expected, actual in zip(item, known)]):
                return True
        return False


# Whether all calls, or awaits, came: the problem and the cause of it, or None.
def missing_calls(expected, actual):
    cause = next((each for each in expected if isinstance(each, Exception)), None)
    if expected in _CallList(actual):
        return None
    if cause is None:
        return "", None
    return [each if isinstance(each, Exception) else None for each in expected], cause


def left_over(expected, actual):
    actual = list(actual)
    missing = []
    for each in expected:
        try:
            actual.remove(each)
        except ValueError:
            missing.append(each)
    return tuple(missing), actual


# What a mock is asked of its calls.
class _Asserts:
    def _calls_repr(self, prefix="Calls"):
        return f"\n{prefix}: {unittest.safe_repr(self.mock_calls)}." if self.mock_calls else ""

    def _format_mock_call_signature(self, args, kwargs):
        return shown_call(self._mock_name or "mock", args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        call_args = self.call_args
        actual = self._format_mock_call_signature(*call_args)
        expected = self._format_mock_call_signature(args, kwargs)
        return f"expected {action} not found.\nExpected: {expected}\n  Actual: {actual}"

    def _get_call_signature_from_name(self, name):
        if not name:
            return self._spec_signature
        signature, children = None, self._mock_children
        for name in name.replace("()", "").split("."):
            child = children.get(name)
            if child is None or isinstance(child, _SpecState):
                break
            child = _extract_mock(child)
            children, signature = child._mock_children, child._spec_signature
        return signature

    # A call as it is compared: with a signature, its arguments where the signature puts them.
    def _call_matcher(self, _call):
        signature = self._spec_signature
        if isinstance(_call, tuple) and len(_call) > 2:
            signature = self._get_call_signature_from_name(_call[0])
        if signature is None:
            return _call
        name, args, kwargs = ("", *_call) if len(_call) == 2 else tuple(_call)
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _check_count(self, is_right, words, count_is_told=True):
        if not is_right:
            told = f" Called {self.call_count} times.{self._calls_repr()}" if count_is_told else ""
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' {words}.{told}")

    def assert_not_called(self):
        self._check_count(self.call_count == 0, "to not have been called")

    def assert_called(self):
        self._check_count(self.call_count != 0, "to have been called", count_is_told=False)

    def assert_called_once(self):
        self._check_count(self.call_count == 1, "to have been called once")

    def assert_called_once_with(self, /, *args, **kwargs):
        self._check_count(self.call_count == 1, "to be called once")
        return self.assert_called_with(*args, **kwargs)

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
        self._compare_last(self.call_args, args, kwargs, "call")

    def _compare_last(self, last, args, kwargs, action):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(last) != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs, action)) from cause

    def assert_has_calls(self, calls, any_order=False):
        expected = [self._call_matcher(each) for each in calls]
        actual = [self._call_matcher(each) for each in self.mock_calls]
        if any_order:
            missing, others = left_over(expected, actual)
            if missing:
                cause = next((each for each in expected if isinstance(each, Exception)), None)
                name = self._mock_name or "mock"
                told = f"{name!r} does not contain all of {missing!r} in its call list, found {others!r} instead"
                raise AssertionError(told) from cause
            return
        problem = missing_calls(expected, actual)
        if problem is not None:
            errors, cause = problem
            head = f"Error processing expected calls.\nErrors: {errors}" if errors else "Calls not found."
            if is_since(13):
                found = f"\n  Actual: {unittest.safe_repr(self.mock_calls)}"
            else:
                found = self._calls_repr(prefix="  Actual").rstrip(".")
            raise AssertionError(f"{head}\nExpected: {_CallList(calls)}{found}") from cause

    def assert_any_call(self, /, *args, **kwargs):
        self._find_any(self.call_args_list, args, kwargs, "call")

    def _find_any(self, known, args, kwargs, action):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or expected not in _AnyComparer([self._call_matcher(each) for each in known]):
            shown = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"{shown} {action} not found") from cause
