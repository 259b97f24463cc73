# platform: the Python that a program runs on. Of the machine there is what all machines with Linux have in common.


def python_version():
    return {11: "3.11.7", 12: "3.12.1"}.get(__python__, "3.13.0")


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"


def python_branch():
    return ""


def python_revision():
    return ""


def system():
    return "Linux"


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return ("64bit", "ELF")
