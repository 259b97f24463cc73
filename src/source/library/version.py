# Which Python this is.


class version_info(StructSequence):
    __type_name__ = "sys.version_info"
    FIELDS = ("major", "minor", "micro", "releaselevel", "serial")
    n_fields = n_sequence_fields = 5
    n_unnamed_fields = 0


version_info = version_info((3, 13 if is_since(13) else 12 if is_since(12) else 11, 0, "final", 0))


class _Implementation:
    name = "cpython"
    cache_tag = f"cpython-3{version_info[1]}"
    version = version_info


implementation = _Implementation()
