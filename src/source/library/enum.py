# enum: members are made when a class below Enum is. `__made__` is called with each such class, `__lookup__` when it is called.


class auto:
    def __or__(self, other):
        return combination(self, other)

    def __ror__(self, other):
        return combination(other, self)


# What a class's body makes of values that are not known yet.
class combination(auto):
    def __init__(self, left, right):
        self.parts = left, right


def known(value):
    if isinstance(value, combination):
        left, right = value.parts
        return known(left) | known(right)
    return value.value if isinstance(value, auto) else value


# What a class's body says of whether a value becomes a member.
class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


def is_marked(value):
    return isinstance(value, (member, nonmember))


def is_member_name(name, value):
    if is_marked(value):
        return isinstance(value, member)
    return not name.startswith("_") and not isinstance(value, (property, staticmethod, classmethod)) and not callable(value)


# What a class says of a value that no member has.
def missing(cls, value):
    refusal = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    try:
        member = cls._missing_(value)
        if member is None:
            raise refusal
        if not isinstance(member, cls):
            raise TypeError(
                f"error in {cls.__name__}._missing_: returned {member!r} instead of None or a valid member"
            )
        return member
    except Exception as error:
        if not isinstance(error, ValueError):
            error.__context__ = refusal
        raise


# `enum.py`, `EnumType._create_`: a class with members of these names.
def by_names(cls, name, names, start):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    members = {}
    if isinstance(names, dict):
        members.update(names)
    else:
        for each in names:
            if isinstance(each, str):
                value = cls._generate_next_value_(each, start, len(members), list(members.values()))
                members[each] = value
            else:
                members[each[0]] = each[1]
    return Enum.__made__(type(name, (cls,), members))


class Enum:
    def __made__(cls):
        made = []
        names = {}
        last = 0
        base = cls.__base__
        if base is not None and base._members_:
            raise TypeError(f"<enum {cls.__name__!r}> cannot extend <enum {base.__name__!r}>")
        for name, value in list(cls.__dict__.items()):
            is_meant = is_member_name(name, value)
            if is_marked(value):
                value = value.value
                setattr(cls, name, value)
            if not is_meant:
                continue
            if isinstance(value, combination):
                value = known(value)
            elif isinstance(value, auto):
                value.value = value = cls._generate_next_value_(name, 1, len(made), [member.value for member in made])
            for member in made:
                if member.value == value:
                    break
            else:
                given = value if isinstance(value, tuple) else (value,)
                if "__new__" in cls.__dict__:
                    member = cls.__new__(cls, *given)
                    value = getattr(member, "_value_", value)
                else:
                    member = __instance__(cls)
                __setfield__(member, "_name_", name)
                __setfield__(member, "_value_", value)
                __setfield__(member, "name", name)
                __setfield__(member, "value", value)
                if "__init__" in cls.__dict__:
                    member.__init__(*given)
                made.append(member)
            setattr(cls, name, member)
            names[name] = member
        cls._members_ = [member for member in made if cls._is_listed_(member.value)]
        cls._others_ = [member for member in made if not cls._is_listed_(member.value)]
        cls.__members__ = names
        if made and hasattr(cls, "_is_mixed_"):
            cls.__stands_for__ = type(made[0].value)
        return cls

    _members_ = []

    # Whether a member is one of those that a class gives one by one.
    def _is_listed_(value):
        return True

    def _generate_next_value_(name, start, count, last_values):
        return max(last_values) + 1 if last_values else start

    def __lookup__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is not None:
            return by_names(cls, value, names, start)
        for member in cls._members_:
            if member is value or member.value == value:
                return member
        return missing(cls, value)

    @classmethod
    def _missing_(cls, value):
        return None

    def __class_getitem__(cls, name):
        if name in cls.__members__:
            return cls.__members__[name]
        raise KeyError(name)

    def __str__(self):
        return f"{type(self).__name__}.{self.name}"

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"


# Members that stand for their values in comparisons and sums.
class Valued(Enum):
    __hashed_fields__ = "value"

    def __str__(self):
        return str(self.value)

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == plain(other)

    def __lt__(self, other):
        return self.value < plain(other)

    def __le__(self, other):
        return self.value <= plain(other)

    def __gt__(self, other):
        return self.value > plain(other)

    def __ge__(self, other):
        return self.value >= plain(other)

    def __add__(self, other):
        return self.value + plain(other)

    def __radd__(self, other):
        return other + self.value

    def __mul__(self, other):
        return self.value * plain(other)

    def __rmul__(self, other):
        return other * self.value


# What members that are whole numbers do beside that.
class Whole(Valued):
    def __sub__(self, other):
        return self.value - plain(other)

    def __rsub__(self, other):
        return other - self.value

    def __floordiv__(self, other):
        return self.value // plain(other)

    def __rfloordiv__(self, other):
        return other // self.value

    def __truediv__(self, other):
        return self.value / plain(other)

    def __rtruediv__(self, other):
        return other / self.value

    def __mod__(self, other):
        return self.value % plain(other)

    # Texts are formatted with the member itself.
    def __rmod__(self, other):
        return NotImplemented if isinstance(other, str) else other % self.value

    def __pow__(self, other):
        return self.value ** plain(other)

    def __rpow__(self, other):
        return other ** self.value

    def __lshift__(self, other):
        return self.value << plain(other)

    def __rlshift__(self, other):
        return other << self.value

    def __rshift__(self, other):
        return self.value >> plain(other)

    def __rrshift__(self, other):
        return other >> self.value

    def __and__(self, other):
        return self.value & plain(other)

    def __rand__(self, other):
        return other & self.value

    def __or__(self, other):
        return self.value | plain(other)

    def __ror__(self, other):
        return other | self.value

    def __xor__(self, other):
        return self.value ^ plain(other)

    def __rxor__(self, other):
        return other ^ self.value

    def __divmod__(self, other):
        return divmod(self.value, plain(other))

    def __rdivmod__(self, other):
        return divmod(other, self.value)

    def __neg__(self):
        return -self.value

    def __pos__(self):
        return +self.value

    def __invert__(self):
        return ~self.value

    def __abs__(self):
        return abs(self.value)

    def __round__(self, ndigits=None):
        return round(self.value, ndigits)

    def __bool__(self):
        return bool(self.value)


class IntEnum(Whole):
    __stands_for__ = int

    def __getattr__(self, name):
        return attribute_of_value(self, name)

    def __int__(self):
        return self.value

    def __index__(self):
        return self.value

    def __format__(self, spec):
        return format(self.value, spec)


# Members whose values have parts and attributes of their own.
class Parted(Valued):
    def __len__(self):
        return len(self.value)

    def __getitem__(self, index):
        return self.value[index]

    def __contains__(self, part):
        return plain(part) in self.value

    def __iter__(self):
        return iter(self.value)

    def __getattr__(self, name):
        return attribute_of_value(self, name)


class StrEnum(Parted):
    __stands_for__ = str

    def __format__(self, spec):
        return format(self.value, spec)

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def attribute_of_value(member, name):
    if name.startswith("_") or not hasattr(member.value, name):
        raise AttributeError(f"{type(member).__name__!r} object has no attribute {name!r}")
    return getattr(member.value, name)


def plain(value):
    return value.value if isinstance(value, Enum) else value


def unique(cls):
    if len(cls.__members__) != len(cls._members_) + len(cls._others_):
        aliases = [f"{name} -> {member.name}" for name, member in cls.__members__.items() if name != member.name]
        raise ValueError(f"duplicate values found in <enum {cls.__name__!r}>: {', '.join(aliases)}")
    return cls
