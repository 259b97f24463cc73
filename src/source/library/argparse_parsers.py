# argparse: parsers, and what they take.


# What arguments can be added to: parsers and groups.
class Container:
    def _set_up(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        if conflict_handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._action_groups = []
        self._exclusive_groups = []
        self._registries = {"action": dict(ACTIONS), "type": {}}

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *names, **kwargs):
        if not names or len(names) == 1 and names[0][0] not in self.prefix_chars:
            if names and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._of_positional(*names, **kwargs)
        else:
            kwargs = self._of_option(names, kwargs)
        if "default" not in kwargs:
            if kwargs["dest"] in self._defaults:
                kwargs["default"] = self._defaults[kwargs["dest"]]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        kind = kwargs.pop("action", None)
        kind = self._registries["action"].get(kind, kind) if kind is None or isinstance(kind, str) else kind
        if not callable(kind):
            raise ValueError(f'unknown action "{kind}"')
        action = kind(**kwargs)
        if action.type is not None and not callable(self._registries["type"].get(action.type, action.type)):
            raise ValueError(f"{action.type!r} is not callable")
        if isinstance(action.metavar, tuple) and isinstance(action.nargs, int) and len(action.metavar) != action.nargs:
            raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def _of_positional(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs not in (OPTIONAL, ZERO_OR_MORE) or nargs == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = True
        return {**kwargs, "dest": dest, "option_strings": []}

    def _of_option(self, names, kwargs):
        for name in names:
            if name[0] not in self.prefix_chars:
                words = f"must start with a character {self.prefix_chars!r}"
                raise ValueError(f"invalid option string {name!r}: {words}")
        dest = kwargs.pop("dest", None)
        if dest is None:
            long = [name for name in names if len(name) > 1 and name[1] in self.prefix_chars]
            dest = (long or names)[0].lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f"dest= is required for options like {names[-1]!r}")
            dest = dest.replace("-", "_")
        return {**kwargs, "dest": dest, "option_strings": list(names)}

    def _enter(self, action):
        conflicts = [name for name in action.option_strings if name in self._options]
        if conflicts and self.conflict_handler == "error":
            words = "conflicting option string" + ("s" if len(conflicts) > 1 else "")
            raise ArgumentError(action, f"{words}: {', '.join(conflicts)}")
        for name in conflicts:
            other = self._options.pop(name)
            other.option_strings.remove(name)
            if not other.option_strings:
                other.container._remove_action(other)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._options[name] = action

    def _add_action(self, action):
        self._enter(action)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        group = ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = ExclusiveGroup(self, **kwargs)
        self._exclusive_groups.append(group)
        return group


class ArgumentGroup(Container):
    def __init__(self, container, title=None, description=None, **kwargs):
        self._set_up(
            description,
            kwargs.get("prefix_chars", container.prefix_chars),
            kwargs.get("argument_default", container.argument_default),
            kwargs.get("conflict_handler", container.conflict_handler),
        )
        self.title = title
        self._group_actions = []
        self._actions, self._options, self._defaults = container._actions, container._options, container._defaults
        self._registries, self._exclusive_groups = container._registries, container._exclusive_groups

    def _add_action(self, action):
        self._enter(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)
        self._group_actions.remove(action)


class ExclusiveGroup(ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)


class ArgumentParser(Container):
    def __init__(
        self,
        prog=None,
        usage=None,
        description=None,
        epilog=None,
        parents=[],
        formatter_class=None,
        prefix_chars="-",
        fromfile_prefix_chars=None,
        argument_default=None,
        conflict_handler="error",
        add_help=True,
        allow_abbrev=True,
        exit_on_error=True,
    ):
        self._set_up(description, prefix_chars, argument_default, conflict_handler)
        self.prog = caller_place()[0].rsplit("/", 1)[-1] if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = HelpFormatter if formatter_class is None else formatter_class
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            sign = "-" if "-" in prefix_chars else prefix_chars[0]
            words = "show this help message and exit"
            self.add_argument(f"{sign}h", f"{sign * 2}help", action="help", default=SUPPRESS, help=words)
        for parent in parents:
            self._take_over(parent)

    def _take_over(self, parent):
        groups = {group.title: group for group in self._action_groups}
        home = {}
        for group in parent._action_groups:
            if group.title not in groups:
                groups[group.title] = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                home[id(action)] = groups[group.title]
        for group in parent._exclusive_groups:
            made = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                home[id(action)] = made
        for action in parent._actions:
            home.get(id(action), self)._add_action(action)
        self._defaults.update(parent._defaults)

    def _add_action(self, action):
        return (self._optionals if action.option_strings else self._positionals)._add_action(action)

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            words = "cannot have multiple subparser arguments"
            if __python__ < 13:
                self.error(words)
            raise ArgumentError(None, words)
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"), kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._of_kind(False), self._exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        kind = kwargs.pop("action", "parsers")
        action = self._registries["action"].get(kind, kind)(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _of_kind(self, is_option):
        return [action for action in self._actions if bool(action.option_strings) is is_option]

    def parse_args(self, args=None, namespace=None):
        namespace, left = self.parse_known_args(args, namespace)
        if left:
            words = f"unrecognized arguments: {' '.join(left)}"
            if self.exit_on_error or __python__ < 13:
                self.error(words)
            raise ArgumentError(None, words)
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        strings = sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                left = CommandLine(self, strings, namespace).read()
            except ArgumentError as error:
                self.error(str(error))
        else:
            left = CommandLine(self, strings, namespace).read()
        if hasattr(namespace, "_unrecognized_args"):
            left = left + namespace._unrecognized_args
            del namespace._unrecognized_args
        return namespace, left

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file)

    def _print_message(self, message, file=None):
        if message and file is not None:
            file.write(message)
        elif message:
            print(message, end="")

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


# A command line as it is read: `_letters` has an O for each option and an A for all else.
class CommandLine:
    def __init__(self, parser, strings, namespace):
        self._parser = parser
        self._strings = strings
        self._namespace = namespace
        self._left = []
        self._positionals = parser._of_kind(False)
        self._seen, self._seen_others = [], []
        self._options, letters, is_behind = {}, "", False
        for place, string in enumerate(strings):
            if is_behind:
                letters += "A"
            elif string == "--":
                letters += "-"
                is_behind = True
            else:
                option = self._option(string)
                letters += "A" if option is None else "O"
                if option is not None:
                    self._options[place] = option
        self._letters = letters

    # The option that a string is: its action, its name, and what stands behind the name.
    def _option(self, string):
        parser = self._parser
        if not string or string[0] not in parser.prefix_chars:
            return None
        if string in parser._options:
            return parser._options[string], string, None, None
        if len(string) == 1:
            return None
        name, sign, value = string.partition("=")
        if sign and name in parser._options:
            return parser._options[name], name, sign, value
        found = self._begun(string)
        if len(found) > 1:
            names = ", ".join([name for action, name, sign, value in found])
            raise ArgumentError(None, f"ambiguous option: {string} could match {names}")
        if found:
            return found[0]
        if is_negative_number(string) and not any([is_negative_number(known) for known in parser._options]):
            return None
        return None if " " in string else (None, string, None, None)

    # The options whose names a string begins.
    def _begun(self, string):
        parser, found = self._parser, []
        if string[1] in parser.prefix_chars:
            if parser.allow_abbrev:
                name, sign, value = string.partition("=")
                for known in parser._options:
                    if known.startswith(name):
                        found.append((parser._options[known], known, sign or None, value if sign else None))
            return found
        for known in parser._options:
            if known == string[:2]:
                found.append((parser._options[known], known, "", string[2:]))
            elif known.startswith(string):
                found.append((parser._options[known], known, None, None))
        return found

    def read(self):
        at, last = 0, max(self._options, default=-1)
        while at <= last:
            following = min([place for place in self._options if place >= at])
            if at != following:
                stop = self._take_positionals(at)
                if stop > at:
                    at = stop
                    continue
            if at not in self._options:
                self._left += self._strings[at:following]
                at = following
            at = self._take_option(at)
        stop = self._take_positionals(at)
        self._left += self._strings[stop:]
        self._check_required()
        return self._left

    def _take(self, action, strings, name=None):
        self._seen.append(action)
        values = self._values(action, strings)
        if values is not action.default:
            self._seen_others.append(action)
            for group in self._parser._exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self._seen_others:
                            raise ArgumentError(action, f"not allowed with argument {name_of(other)}")
        if values is not SUPPRESS:
            action(self._parser, self._namespace, values, name)

    def _take_option(self, at):
        action, name, sign, value = self._options[at]
        taken = []
        while True:
            if action is None:
                self._left.append(self._strings[at])
                return at + 1
            if value is None:
                count = self._count(action, self._letters[at + 1 :])
                taken.append((action, self._strings[at + 1 : at + 1 + count], name))
                stop = at + 1 + count
                break
            count = self._count(action, "A")
            if count == 0 and name[1] not in self._parser.prefix_chars and value != "":
                # Several letters behind one sign.
                taken.append((action, [], name))
                name = name[0] + value[0]
                if name not in self._parser._options or sign:
                    raise ArgumentError(action, f"ignored explicit argument {value!r}")
                action, value = self._parser._options[name], value[1:] or None
                if value and value[0] == "=":
                    sign, value = "=", value[1:]
                else:
                    sign = ""
            elif count == 1:
                taken.append((action, [value], name))
                stop = at + 1
                break
            else:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
        for action, strings, name in taken:
            self._take(action, strings, name)
        return stop

    def _take_positionals(self, at):
        counts = []
        for most in range(len(self._positionals), 0, -1):
            pattern = "".join([pattern_of(action) for action in self._positionals[:most]])
            match = re.match(pattern, self._letters[at:])
            if match is not None:
                counts = [len(group) for group in match.groups()]
                break
        for action, count in zip(self._positionals[: len(counts)], counts):
            strings = self._strings[at : at + count]
            at += count
            if __python__ >= 13 and action.nargs == PARSER and strings[:1] == ["--"]:
                strings = strings[1:]
            self._take(action, strings)
        self._positionals = self._positionals[len(counts) :]
        return at

    def _count(self, action, letters):
        match = re.match(pattern_of(action), letters)
        if match is not None:
            return len(match.group(1))
        words = {None: "one argument", OPTIONAL: "at most one argument", ONE_OR_MORE: "at least one argument"}.get(action.nargs)
        if words is None:
            words = f"{action.nargs} argument{'' if action.nargs == 1 else 's'}"
        raise ArgumentError(action, f"expected {words}")

    def _values(self, action, strings):
        if action.nargs not in (PARSER, REMAINDER) and (not action.option_strings or __python__ < 13) and "--" in strings:
            strings = list(strings)
            strings.remove("--")
        if not strings and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if not strings and action.nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is not None:
                self._check(action, action.default)
                return action.default
            return strings
        values = [self._value(action, string) for string in strings]
        if action.nargs in (None, OPTIONAL) and len(values) == 1:
            self._check(action, values[0])
            return values[0]
        if action.nargs == PARSER:
            self._check(action, values[0])
        elif action.nargs != REMAINDER:
            for value in values:
                self._check(action, value)
        return values

    def _value(self, action, string):
        if action.type is None:
            return string
        make = self._parser._registries["type"].get(action.type, action.type)
        try:
            return make(string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            kind = getattr(action.type, "__name__", f"{action.type!r}")
            raise ArgumentError(action, f"invalid {kind} value: {string!r}") from None

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join([f"{choice!r}" for choice in action.choices])
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")

    def _check_required(self):
        missing = []
        for action in self._parser._actions:
            if action in self._seen:
                continue
            if action.required:
                missing.append(name_of(action))
            elif isinstance(action.default, str) and getattr(self._namespace, action.dest, None) is action.default:
                setattr(self._namespace, action.dest, self._value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self._parser._exclusive_groups:
            if group.required and not any([action in self._seen_others for action in group._group_actions]):
                names = [name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")


# How many arguments an action takes, as a pattern of the letters that they are.
def pattern_of(action):
    known = {
        None: "(-*A-*)",
        OPTIONAL: "(-*A?-*)",
        ZERO_OR_MORE: "(-*[A-]*)",
        ONE_OR_MORE: "(-*A[A-]*)",
        REMAINDER: "([-AO]*)",
        PARSER: "(-*A[-AO]*)",
        SUPPRESS: "(-*-*)",
    }
    pattern = known[action.nargs] if action.nargs in known else f"(-*{'-*'.join('A' * action.nargs)}-*)"
    return pattern.replace("-*", "").replace("-", "") if action.option_strings else pattern
