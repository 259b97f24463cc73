# warnings, for programs that filter them by patterns.


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    check_action(action)
    if not isinstance(message, str):
        refuse(TypeError, "message must be a string")
    if not isinstance(category, type):
        refuse(TypeError, "category must be a Warning subclass" if __python__ >= 13 else "category must be a class")
    if not issubclass(category, Warning):
        refuse(TypeError, "category must be a Warning subclass")
    if not isinstance(module, str):
        refuse(TypeError, "module must be a string")
    check_line(lineno)
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add_filter(action, message, category, module, lineno, append=append)
