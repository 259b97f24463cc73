# dir() of what the script's own classes make.

OF_OBJECTS = (
    "__class__ __delattr__ __dict__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ __hash__ "
    "__init__ __init_subclass__ __le__ __lt__ __module__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ "
    "__sizeof__ __str__ __subclasshook__ __weakref__"
).split()

# What only classes of the script's own have.
OF_CLASSES = ("__dict__", "__module__", "__weakref__")


def dir(object):
    if hasattr(type(object), "__dir__") and not isinstance(object, type):
        return sorted(object.__dir__())
    classes = getattr(object if isinstance(object, type) else type(object), "__mro__", ())
    is_plain = str(object) == "<class 'object'>" if not classes else classes[0].__name__ == "object"
    if is_plain:
        return [name for name in OF_OBJECTS if name not in OF_CLASSES]
    if len(classes) < 2:
        raise NotImplementedError("kitchen-sim has dir() of objects and classes of the program alone")
    names = set(OF_OBJECTS)
    if __python__ >= 13:
        names.update(("__firstlineno__", "__static_attributes__"))
    for cls in classes[:-1]:
        names.update(cls.__dict__)
    if not isinstance(object, type):
        names.update(vars(object))
    return sorted(names)
