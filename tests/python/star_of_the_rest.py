# Clauses of `except*` that take nothing: 3.11 goes on with the group itself, later versions with what its `split` made of the rest.
import asyncio


class Bundle(ExceptionGroup):
    def derive(self, members):
        print("derive", self.message, len(members))
        return Bundle(self.message + "'", members)


def told(group):
    members = [told(one) if isinstance(one, BaseExceptionGroup) else repr(one) for one in group.exceptions]
    return f"{group.message}{members}"


async def main():
    try:
        raise ExceptionGroup("outer", [OSError(7), Bundle("inner", [ValueError(1), KeyError(2)])])
    except* TypeError:
        print("nothing")
    except* TimeoutError:
        print("nothing")
    except* ValueError as group:
        print(told(group))
    except* Exception as group:
        print(told(group))
    try:
        try:
            raise Bundle("left", [ValueError(1), KeyError(2)])
        except* OSError:
            print("nothing")
    except Bundle as group:
        print(told(group))


asyncio.run(main())
