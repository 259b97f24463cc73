# Parts of a group have the group's traceback.
def fail():
    raise ExceptionGroup("both", [ValueError(1), TypeError(2)])


try:
    fail()
except ExceptionGroup as error:
    group = error
for part in (*group.split(ValueError), group.subgroup(TypeError)):
    print(repr(part), part.__traceback__ is group.__traceback__, part.__traceback__ is not group.__traceback__)
try:
    raise group.derive([KeyError(3)])
except ExceptionGroup as derived:
    print(repr(derived), derived.__traceback__ is group.__traceback__)
print(ValueError().__traceback__ is group.__traceback__)
