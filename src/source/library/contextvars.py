# contextvars: a context is a box: the dict of its variables, which is never changed, whether it is entered, and the Context, if there is one.
# The engine keeps the box of what runs, and copies boxes for tasks and callbacks.


def refuse_below(base):
    raise TypeError(f"type '{base.__type_name__}' is not an acceptable base type")


class Token:
    __type_name__ = "_contextvars.Token"
    __slots__ = ("_var", "_old_value", "_box", "_is_used")
    MISSING = None

    def __init__(self, *args, **keywords):
        raise RuntimeError("Tokens can only be created by ContextVars")

    def __made__(cls):
        refuse_below(Token)

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old_value

    def __repr__(self):
        used = " used" if self._is_used else ""
        return f"<Token{used} var={self._var!r} at {hidden_place()}>"


class MissingType:
    __type_name__ = "Token.MISSING"
    __slots__ = ()

    def __repr__(self):
        return "<Token.MISSING>"


MISSING = MissingType()
Token.MISSING = MISSING


def make_token(var, old_value, box):
    token = object.__new__(Token)
    token._var = var
    token._old_value = old_value
    token._box = box
    token._is_used = False
    return token


def read_arguments(name=MISSING, /, *others, default=MISSING, **keywords):
    given = len(others) + (0 if name is MISSING else 1)
    named = len(keywords) + (0 if default is MISSING else 1)
    if given + named > 2:
        raise TypeError(f"ContextVar() takes at most 2 arguments ({given + named} given)")
    if name is MISSING:
        raise TypeError("ContextVar() takes exactly 1 positional argument (0 given)")
    if others:
        raise TypeError(f"ContextVar() takes at most 1 positional argument ({given} given)")
    for keyword in keywords:
        if not is_since(13):
            raise TypeError(f"'{keyword}' is an invalid keyword argument for ContextVar()")
        raise TypeError(f"ContextVar() got an unexpected keyword argument '{keyword}'")
    if not isinstance(name, str):
        raise TypeError("context variable name must be a str")
    return name, default


class ContextVar:
    __type_name__ = "_contextvars.ContextVar"
    __slots__ = ("_name", "_default")

    def __init__(self, *args, **keywords):
        self._name, self._default = read_arguments(*args, **keywords)

    def __made__(cls):
        refuse_below(ContextVar)

    @property
    def name(self):
        return self._name

    def get(self, *default):
        values = context_box()[0]
        if self in values:
            return values[self]
        if default:
            if len(default) > 1:
                raise TypeError(f"get expected at most 1 argument, got {len(default)}")
            return default[0]
        if self._default is not MISSING:
            return self._default
        raise LookupError(self)

    def __repr__(self):
        if self._default is MISSING:
            return f"<ContextVar name={self._name!r} at {hidden_place()}>"
        return f"<ContextVar name={self._name!r} default={self._default!r} at {hidden_place()}>"

    def set(self, value):
        box = context_box()
        token = make_token(self, box[0].get(self, MISSING), box)
        box[0] = {**box[0], self: value}
        return token

    def reset(self, token):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._is_used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        box = context_box()
        if token._box is not box:
            raise ValueError(f"{token!r} was created in a different Context")
        token._is_used = True
        values = {**box[0]}
        if token._old_value is MISSING:
            values.pop(self, None)
        else:
            values[self] = token._old_value
        box[0] = values


def check_key(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")


def callable_of(callable=MISSING, /, *args):
    if callable is MISSING:
        raise TypeError("run() missing 1 required positional argument")
    return callable, args


class Context:
    __type_name__ = "_contextvars.Context"
    __slots__ = ("_box",)
    __hash__ = None

    def __init__(self, *args, **keywords):
        if args or keywords:
            raise TypeError("Context() does not accept any arguments")
        self._box = [{}, False, self]

    def __made__(cls):
        refuse_below(Context)

    def run(self, /, *args, **kwargs):
        callable, args = callable_of(*args)
        outer = context_box()
        if self._box[1] or self._box is outer:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        was_entered, outer[1] = outer[1], True
        context_swap(self._box)
        try:
            return callable(*args, **kwargs)
        finally:
            context_swap(outer)
            outer[1] = was_entered

    def copy(self):
        made = Context()
        made._box[0] = self._box[0]
        return made

    def get(self, var, default=None, /):
        check_key(var)
        return self._box[0].get(var, default)

    def keys(self):
        return self._box[0].keys()

    def values(self):
        return self._box[0].values()

    def items(self):
        return self._box[0].items()

    def __getitem__(self, var):
        check_key(var)
        return self._box[0][var]

    def __contains__(self, var):
        check_key(var)
        return var in self._box[0]

    def __iter__(self):
        return iter(self._box[0])

    def __len__(self):
        return len(self._box[0])

    def __eq__(self, other):
        return self._box[0] == other._box[0] if isinstance(other, Context) else NotImplemented


def copy_context():
    made = Context()
    made._box[0] = context_box()[0]
    return made


def context_of(box):
    if len(box) == 2:
        made = Context()
        made._box = box
        box.append(made)
    return box[2]
