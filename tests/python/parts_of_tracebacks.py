# Parts of a group have the group's traceback; frames that are walked become summaries.
import traceback


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


class Short(traceback.StackSummary):
    def format_frame_summary(self, frame_summary, **colours):
        print(sorted(colours))
        return None if frame_summary.name == "outer" else f"{frame_summary.lineno} {frame_summary.name}\n"


def outer(depth):
    return outer(depth - 1) if depth else inner()


def inner():
    return 1 / 0


try:
    outer(2)
except ZeroDivisionError as error:
    for kind in (traceback.StackSummary, Short):
        for limit in (None, 2, -2):
            summary = kind.extract(traceback.walk_tb(error.__traceback__), limit=limit)
            print(type(summary).__name__, [(each.name, each.line) for each in summary], summary[0].colno)
    print(Short.extract(traceback.walk_tb(error.__traceback__)).format())
