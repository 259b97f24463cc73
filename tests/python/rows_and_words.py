# csv, shlex, ast and calendar: rows, words, literals and days as texts.
import ast
import asyncio
import calendar
import csv
import io
import shlex


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def written(rows, *dialect, **settings):
    stream = io.StringIO()
    writer = csv.writer(stream, *dialect, **settings)
    writer.writerows(rows)
    return stream.getvalue()


async def order(row, served):
    await asyncio.sleep(float(row["minutes"]))
    served.writerow({**row, "done": asyncio.get_running_loop().time() >= float(row["minutes"])})


async def orders():
    text = 'dish,minutes\nsoup,3\n"cake, sweet",1\n\ntea,0.5\n'
    stream = io.StringIO()
    served = csv.DictWriter(stream, ["dish", "minutes", "done", "note"], restval="-", lineterminator="\n")
    served.writeheader()
    reader = csv.DictReader(io.StringIO(text))
    print(reader.fieldnames)
    await asyncio.gather(*(order(row, served) for row in reader))
    print(stream.getvalue(), reader.line_num)


def rows():
    table = [["a", "b,c", 'd"e', "f\ng", 1, 2.5, None, True, ""], [""], [None], [], [" y", "z "], ["'"]]
    for settings in (
        {},
        {"delimiter": ";"},
        {"quoting": csv.QUOTE_ALL},
        {"quoting": csv.QUOTE_NONNUMERIC},
        {"quotechar": "'", "lineterminator": "\n"},
        {"doublequote": False, "escapechar": "\\"},
    ):
        print(ascii(written(table, **settings)))
    print(ascii(written(table, "excel-tab")), ascii(written(table, dialect="unix")), csv.list_dialects())
    print(ascii(written([["a,b", 'c"']], quoting=csv.QUOTE_NONE, escapechar="\\")))
    for text in (
        "a,b\nc,d\n",
        '"a,b",c\r\n',
        '"a""b",c',
        '"a\nb",c\n',
        'a"b,"a"b',
        "\n\na\n",
        "a,, b",
        '"open',
        '1,2.5,"3"',
    ):
        print(
            list(csv.reader(io.StringIO(text))),
            tried(lambda: list(csv.reader(text.splitlines(), quoting=csv.QUOTE_NONNUMERIC))),
        )
        print(
            tried(lambda: list(csv.reader([text], skipinitialspace=True))),
            tried(lambda: list(csv.reader([text], strict=True))),
        )
    print(
        list(csv.DictReader(["a,b", "3", "4,5,6"], restkey="more", restval="none")),
        list(csv.reader(["a;b"], delimiter=";")),
    )
    csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_MINIMAL)
    print(written([["a", "b|c"]], "pipes").strip(), csv.get_dialect("pipes").delimiter)
    csv.unregister_dialect("pipes")
    for wrong in (
        lambda: csv.get_dialect("pipes"),
        lambda: written([5]),
        lambda: written([["a,b"]], quoting=csv.QUOTE_NONE),
        lambda: written([[""]], quoting=csv.QUOTE_NONE),
        lambda: written([[1]], delimiter="ab"),
        lambda: csv.writer(5),
        lambda: list(csv.reader([b"a"])),
        lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"a": 1, "c": 2}),
    ):
        print(tried(wrong))


def words():
    for text in (
        "a 'b c' d",
        'a "b \\"c" d',
        "a\\ b",
        "''",
        "a # b",
        "a#b",
        " \ta\nb",
        "--x=\"1 2\" 'it'\"'\"'s'",
        "a;b|c",
        "'open",
        "a\\",
    ):
        print(tried(lambda: shlex.split(text)), tried(lambda: shlex.split(text, comments=True)))
    for text in ("", "abc", "a b", "it's", "$x", "a@b%c+d=e:f,g./-_", "é"):
        print(shlex.quote(text), shlex.split(shlex.quote(text)) == [text])
    print(shlex.join(["a", "b c", "", "it's"]))


def literals():
    for text in (
        "-1",
        "1_000",
        "0x1F",
        ".5e3",
        "'a' \"b\"",
        "b'ab\\xff'",
        "'''x\ny'''",
        "(1,)",
        "1, [2, {3: 'c'}]",
        "{1}",
        "set()",
        "None",
    ):
        print(repr(ast.literal_eval(text)))
    print(ast.literal_eval("{'dish': 'soup', 'sizes': (1, -3), # small\n 'hot': True}"))
    for text in ("f(1)", "x", "a.b", "1 + 2 + x", "-'a'", "[x for x in y]", "__import__('os')"):
        print(text, tried(lambda: ast.literal_eval(text))[:45])
    for text in ("", "1 2", "[1", "{'a' 1}", "01", "'abc", "import os"):
        print(text, tried(lambda: ast.literal_eval(text)).split(":")[0])


def days():
    print(
        calendar.isleap(2024),
        calendar.monthrange(2024, 2),
        calendar.weekday(2024, 5, 17),
        calendar.leapdays(1900, 2024),
    )
    print(
        calendar.month_name[5],
        calendar.day_abbr[0],
        list(calendar.month_abbr),
        calendar.timegm((2024, 5, 17, 12, 30, 5)),
    )
    print(calendar.monthcalendar(2023, 2), calendar.MONDAY, calendar.SUNDAY == 6)
    print(calendar.month(2024, 5))
    print(calendar.TextCalendar(6).formatmonth(2024, 2, 3))
    print(
        [day.isoformat() for day in calendar.Calendar().itermonthdates(2024, 2)][:4],
        tried(lambda: calendar.monthrange(2024, 13)),
    )


asyncio.run(orders())
rows()
words()
literals()
days()
