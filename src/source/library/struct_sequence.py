# Tuples whose first parts have names (`structseq.c`).


class StructSequence(tuple):
    def __getattr__(self, name):
        kind = type(self)
        if name in kind.FIELDS:
            return self[kind.FIELDS.index(name)]
        raise AttributeError(f"'{kind.__module__}.{kind.__name__}' object has no attribute '{name}'")

    def __repr__(self):
        kind = type(self)
        parts = [f"{name}={part!r}" for name, part in zip(kind.FIELDS, self)]
        return f"{kind.__module__}.{kind.__name__}({', '.join(parts)})"
