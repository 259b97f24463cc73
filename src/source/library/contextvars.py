# contextvars: a context is a box: the dict of its variables, which is never changed, whether it is entered, and the Context, if there is one.
# The engine keeps the box of what runs, and copies boxes for tasks and callbacks.


class Token:
    MISSING = None

    def __init__(self, var, old_value, box):
        self.var = var
        self.old_value = old_value
        self._box = box
        self._is_used = False

    def __repr__(self):
        used = " used" if self._is_used else ""
        return f"<Token{used} var={self.var!r} at {hidden_place()}>"


class MissingType:
    def __repr__(self):
        return "<Token.MISSING>"


MISSING = MissingType()
Token.MISSING = MISSING


class ContextVar:
    def __init__(self, name, *, default=MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def get(self, *default):
        values = context_box()[0]
        if self in values:
            return values[self]
        if default:
            return default[0]
        if self._default is not MISSING:
            return self._default
        raise LookupError(self)

    def __repr__(self):
        default = "" if self._default is MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {hidden_place()}>"

    def set(self, value):
        box = context_box()
        token = Token(self, box[0].get(self, MISSING), box)
        box[0] = {**box[0], self: value}
        return token

    def reset(self, token):
        if token._is_used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        box = context_box()
        if token._box is not box:
            raise ValueError(f"{token!r} was created in a different Context")
        token._is_used = True
        values = {**box[0]}
        if token.old_value is MISSING:
            values.pop(self, None)
        else:
            values[self] = token.old_value
        box[0] = values


class Context:
    def __init__(self):
        self._box = [{}, False, self]

    def run(self, callable, /, *args, **kwargs):
        if self._box[1]:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._box[1] = True
        outer = context_swap(self._box)
        try:
            return callable(*args, **kwargs)
        finally:
            context_swap(outer)
            self._box[1] = False

    def copy(self):
        made = Context()
        made._box[0] = self._box[0]
        return made

    def get(self, var, default=None):
        return self._box[0].get(var, default)

    def keys(self):
        return self._box[0].keys()

    def values(self):
        return self._box[0].values()

    def items(self):
        return self._box[0].items()

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return self._box[0][var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
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
