# enum: members that are sets of bits, and members of classes that are below a plain type, too.


class Mixed(Parted, Whole):
    _is_mixed_ = True

    def __str__(self):
        return Enum.__str__(self)

    def __index__(self):
        if not isinstance(self.value, int):
            raise TypeError(f"'{type(self).__name__}' object cannot be interpreted as an integer")
        return self.value

    def __int__(self):
        return int(self.value)

    def __float__(self):
        return float(self.value)


class Flag(Enum):
    _combined_ = None

    def _is_listed_(value):
        return is_single(value)

    def _generate_next_value_(name, start, count, last_values):
        return 1 << max(last_values).bit_length() if last_values else start

    def __lookup__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is not None:
            return by_names(cls, value, names, start)
        if isinstance(value, cls):
            return value
        bits = 0
        for member in cls._members_ + cls._others_:
            bits |= member.value
        if value < 0:
            value = bits & value
        for member in cls._members_ + cls._others_:
            if member.value == value:
                return member
        unknown = value & ~bits
        if unknown and not issubclass(cls, IntFlag):
            width = max(value.bit_length(), bits.bit_length())
            raise ValueError(
                f"{cls!r} invalid value {value!r}\n    given 0b0 {value:0{width}b}\n  allowed 0b0 {bits:0{width}b}"
            )
        if cls._combined_ is None:
            cls._combined_ = {}
        if value not in cls._combined_:
            made = __instance__(cls)
            names = [member.name for member in cls._members_ if is_single(member.value) and member.value & value]
            name = "|".join(names + [str(unknown)] if names and unknown else names) or None
            for key, held in (("_name_", name), ("_value_", value), ("name", name), ("value", value)):
                __setfield__(made, key, held)
            cls._combined_[value] = made
        return cls._combined_[value]

    def combined(self, value):
        return type(self).__lookup__(type(self), value)

    def __or__(self, other):
        return self.combined(self.value | plain(other)) if is_flag(self, other) else NotImplemented

    def __and__(self, other):
        return self.combined(self.value & plain(other)) if is_flag(self, other) else NotImplemented

    def __xor__(self, other):
        return self.combined(self.value ^ plain(other)) if is_flag(self, other) else NotImplemented

    def __invert__(self):
        return self.combined(~self.value)

    def __contains__(self, other):
        return other.value & self.value == other.value

    def __bool__(self):
        return self.value != 0

    def __iter__(self):
        return iter([member for member in type(self)._members_ if is_single(member.value) and member.value & self.value])

    def __len__(self):
        return self.value.bit_count()

    def __str__(self):
        return f"{type(self).__name__}({self.value})" if self.name is None else f"{type(self).__name__}.{self.name}"

    def __repr__(self):
        if self.name is None:
            return f"<{type(self).__name__}: {self.value}>"
        return f"<{type(self).__name__}.{self.name}: {self.value}>"


class IntFlag(Valued, Flag):
    __stands_for__ = int

    def __getattr__(self, name):
        return attribute_of_value(self, name)

    def __format__(self, spec):
        return format(self.value, spec)

    def __int__(self):
        return self.value

    def __index__(self):
        return self.value


def is_single(value):
    return value > 0 and value & (value - 1) == 0


def is_flag(flag, other):
    return isinstance(other, type(flag)) or isinstance(flag, IntFlag) and isinstance(other, int)
