# argparse: what a program makes of its arguments, and what it says of them.
import argparse
import asyncio
import contextlib
import io


def tried(function):
    try:
        return function()
    except SystemExit as error:
        return f"exit {error.code}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise ValueError(message)


def even(text):
    number = int(text)
    if number % 2:
        raise argparse.ArgumentTypeError(f"{number} is odd")
    return number


class Loudly(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, f"{values.upper()} by {option_string}")


def of_kitchen(kind=Parser, **settings):
    parser = kind(
        prog="kitchen",
        description="Cooks what is asked for, and says so in a text that is long enough for two lines.",
        **settings,
    )
    parser.add_argument("dish")
    parser.add_argument("guests", nargs="*", help="who is there")
    parser.add_argument("-n", "--number", type=int, default=3, help="how many (default: %(default)s)")
    parser.add_argument(
        "--name", "-N", metavar="WHO", help="who it is for, in a text that is long enough to be wrapped at the end"
    )
    parser.add_argument("-v", "--verbose", action="count", default=0)
    parser.add_argument("-q", action="store_true")
    parser.add_argument("--mode", choices=["fast", "slow"], default="fast", help="one of %(choices)s")
    parser.add_argument("--tag", action="append")
    parser.add_argument("--pair", nargs=2, type=float, metavar=("A", "B"))
    parser.add_argument("--level", nargs="?", const="high", default="low")
    parser.add_argument("--more", nargs="+", action="extend", type=int)
    parser.add_argument("--salt", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--even", type=even, default="8")
    parser.add_argument("--loud", action=Loudly)
    parser.add_argument("--version", action="version", version="%(prog)s 1.0")
    parser.add_argument("--secret", help=argparse.SUPPRESS)
    return parser


LINES = [
    ["soup"],
    ["soup", "ann", "bob"],
    [],
    ["soup", "-n", "5"],
    ["soup", "-n5", "-vvq"],
    ["soup", "--num=7"],
    ["soup", "--n", "x"],
    ["soup", "-n", "x"],
    ["soup", "-n"],
    ["soup", "--mode", "quick"],
    ["soup", "--tag", "a", "--tag=b"],
    ["soup", "--pair", "1", "2.5"],
    ["soup", "--pair", "1"],
    ["soup", "--level"],
    ["soup", "--level", "mid"],
    ["soup", "--more", "1", "2", "--more", "3"],
    ["soup", "--no-salt"],
    ["soup", "--even", "3"],
    ["soup", "--even", "x"],
    ["soup", "--loud", "hey"],
    ["soup", "--unknown"],
    ["soup", "-n", "-5"],
    ["--", "-soup"],
    ["soup", "ann", "-q", "bob"],
    ["soup", "-qn4", "-q=1"],
    ["-x", "soup"],
]


def read():
    for line in LINES:
        print(line, tried(lambda: of_kitchen().parse_args(line)))
    print(of_kitchen().parse_known_args(["soup", "--unknown", "-q"]))
    print(of_kitchen().parse_args(["soup"], argparse.Namespace(number=9)))
    namespace = argparse.Namespace(a=1, b="x", **{"c-d": 2})
    print(namespace, namespace == argparse.Namespace(a=1), "a" in namespace, vars(namespace))


def shown():
    for formatter in (argparse.HelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.RawTextHelpFormatter):
        print(of_kitchen(formatter_class=formatter, epilog="That is all,\n%(prog)s.").format_help())
    print(of_kitchen().format_usage())
    for line in (["-h"], ["soup", "--version"], ["soup", "-n", "x"]):
        said, wrong = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
            ended = tried(lambda: of_kitchen(argparse.ArgumentParser).parse_args(line))
        print(ended, said.getvalue(), wrong.getvalue())


def grouped():
    parser = Parser(prog="groups", add_help=False)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--hot", action="store_true")
    group.add_argument("--cold", type=int)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--here", action="store_true")
    group.add_argument("--there", action="store_true")
    group = parser.add_argument_group("special", "special things")
    group.add_argument("--weight", type=float, help="a weight")
    group.add_argument("place", type=int, choices=range(3), nargs="?", help="a place")
    for line in (
        ["--here"],
        ["--hot", "--cold", "3", "--here"],
        [],
        ["--here", "--there"],
        ["--here", "2"],
        ["--here", "5"],
    ):
        print(line, tried(lambda: parser.parse_args(line)))
    print(parser.format_help())
    for wrong in (
        lambda: parser.add_argument("--hot"),
        lambda: parser.add_argument("x", required=True),
        lambda: parser.add_argument("x", action="nope"),
        lambda: parser.add_argument("--zero", nargs=0),
        lambda: parser.add_argument("x", dest="y"),
    ):
        print(tried(wrong))


async def cook(arguments):
    await asyncio.sleep(arguments.minutes)
    print("cooked", arguments.dishes, asyncio.get_running_loop().time() >= arguments.minutes)


async def wash(arguments):
    await asyncio.sleep(1)
    print("washed", arguments.command, arguments.hot)


async def commands():
    parser = Parser(prog="commands")
    parser.add_argument("--minutes", type=float, default=2, help="how long")
    kinds = parser.add_subparsers(dest="command", help="what to do", required=True)
    cooking = kinds.add_parser("cook", help="cook dishes", aliases=["c"])
    cooking.add_argument("dishes", nargs="+")
    cooking.set_defaults(run=cook)
    washing = kinds.add_parser(
        "wash", help="wash what is there, which may be so much that the line that says so is long"
    )
    washing.add_argument("--hot", action="store_true")
    washing.set_defaults(run=wash)
    lines = (["cook", "soup", "cake"], ["--minutes", "0.5", "c", "tea"], ["wash", "--hot"])
    async with asyncio.TaskGroup() as group:
        for arguments in map(parser.parse_args, lines):
            group.create_task(arguments.run(arguments))
    for line in ([], ["nope"], ["cook"], ["wash", "--cold"], ["wash", "more"]):
        print(line, tried(lambda: parser.parse_args(line)))
    print(parser.format_help(), cooking.format_help(), sep="\n")


print(argparse.ArgumentParser(prog="plain").parse_args(), argparse.ArgumentParser().prog)
read()
shown()
grouped()
asyncio.run(commands())
