# Which Python this is.

PARTS = "major minor micro releaselevel serial".split()


class version_info(tuple):
    __type_name__ = "sys.version_info"
    n_fields = n_sequence_fields = 5
    n_unnamed_fields = 0

    def __getattr__(self, name):
        if name in PARTS:
            return self[PARTS.index(name)]
        return super().__getattr__(name)

    def __repr__(self):
        return f"sys.version_info({', '.join([f'{name}={part!r}' for name, part in zip(PARTS, self)])})"


version_info = version_info((3, 13 if is_since(13) else 12 if is_since(12) else 11, 0, "final", 0))


class _Implementation:
    name = "cpython"
    cache_tag = f"cpython-3{version_info[1]}"
    version = version_info


implementation = _Implementation()
