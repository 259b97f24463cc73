# argparse: how a parser says what it takes.

WIDTH = 78
LEAST = 11


# Lines of words, each no longer than its width.
def wrapped_lines(text, width):
    lines = []
    for word in text.split():
        pieces = [word[at : at + width] for at in range(0, len(word), width)]
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        elif lines and len(word) > width and len(lines[-1]) + 1 < width:
            first = width - len(lines[-1]) - 1
            lines[-1] += " " + word[:first]
            lines += [word[at : at + width] for at in range(first, len(word), width)]
        else:
            lines += pieces
    return lines


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        self._step = indent_increment
        self._width = WIDTH if width is None else width
        self._furthest = min(max_help_position, max(self._width - 20, indent_increment * 2))
        self._indent = 0
        self._longest = 0
        self._parts = []
        self._section = None

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._parts.append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_text(self, text):
        if text is not None and text is not SUPPRESS:
            indent = " " * self._indent
            self._items().append(lambda: self._format_text(text, indent))

    def start_section(self, heading):
        self._indent += self._step
        self._section = (heading, [])

    def end_section(self):
        heading, items = self._section
        self._indent -= self._step
        self._section = None
        self._parts.append(lambda: self._format_section(heading, items))

    def _items(self):
        return self._parts if self._section is None else self._section[1]

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._indent]
        for inner in getattr(action, "_choices", ()):
            further = self._step if __python__ >= 13 else 0
            lengths.append(len(self._format_action_invocation(inner)) + self._indent + further)
        self._longest = max(self._longest, *lengths)
        self._items().append(lambda: self._format_action(action, self._step))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = "".join([part() for part in self._parts])
        return re.sub("\n\n\n+", "\n\n", text).strip("\n") + "\n" if text else ""

    def _format_section(self, heading, items):
        body = "".join([item() for item in items])
        if not body:
            return ""
        head = f"{heading}:\n" if heading is not SUPPRESS and heading is not None else ""
        return f"\n{head}{body}\n"

    def _format_text(self, text, indent):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        return self._fill_text(text, max(self._width - len(indent), LEAST), indent) + "\n\n"

    def _fill_text(self, text, width, indent):
        return "\n".join([indent + line for line in wrapped_lines(text, width - len(indent))])

    def _split_lines(self, text, width):
        return wrapped_lines(text, width)

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            usage = usage % {"prog": self._prog}
        else:
            options = self._usage_parts([action for action in actions if action.option_strings], groups)
            others = self._usage_parts([action for action in actions if not action.option_strings], groups)
            usage = " ".join([self._prog, *options, *others])
            if len(prefix) + len(usage) > self._width - self._indent:
                usage = self._wrapped_usage(prefix, options, others)
        return f"{prefix}{usage}\n\n"

    def _wrapped_usage(self, prefix, options, others):
        width = max(self._width - self._indent, LEAST)
        if len(prefix) + len(self._prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(self._prog) + 1)
            if options:
                lines = self._usage_lines([self._prog, *options], indent, width, prefix)
                lines += self._usage_lines(others, indent, width)
            else:
                lines = self._usage_lines([self._prog, *others], indent, width, prefix) if others else [self._prog]
        else:
            indent = " " * len(prefix)
            lines = self._usage_lines(options + others, indent, width)
            if len(lines) > 1:
                lines = self._usage_lines(options, indent, width) + self._usage_lines(others, indent, width)
            lines = [self._prog, *lines]
        return "\n".join(lines)

    def _usage_lines(self, parts, indent, width, prefix=None):
        lines, line = [], []
        start = len(indent) - 1 if prefix is None else len(prefix) - 1
        length = start
        for part in parts:
            if length + 1 + len(part) > width and line:
                lines.append(indent + " ".join(line))
                line, length = [], len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent) :]
        return lines

    # How each argument is written; those of which only one may be there stand together.
    def _usage_parts(self, actions, groups):
        parts, at = [], 0
        while at < len(actions):
            action = actions[at]
            group = self._group_at(actions, at, groups)
            if group is None:
                if action.help is not SUPPRESS:
                    parts.append(self._usage_of(action, False))
                at += 1
                continue
            members = [one for one in group._group_actions if one.help is not SUPPRESS]
            texts = [self._usage_of(one, True) for one in members]
            at += len(group._group_actions)
            if group.required and len(texts) > 1:
                texts[0], texts[-1] = "(" + texts[0], texts[-1] + ")"
            elif not group.required and texts:
                texts[0], texts[-1] = "[" + texts[0], texts[-1] + "]"
            joined = [text + " |" for text in texts[:-1]] + texts[-1:]
            parts += joined if __python__ >= 13 else [" ".join(joined)] if joined else []
        return parts

    def _group_at(self, actions, at, groups):
        for group in groups:
            members = group._group_actions
            if members and members[0] is actions[at]:
                following = actions[at : at + len(members)]
                if len(following) == len(members) and all([one is other for one, other in zip(members, following)]):
                    return group
        return None

    def _usage_of(self, action, is_in_group):
        if not action.option_strings:
            text = self._format_args(action, self._default_metavar(action))
            return text[1:-1] if is_in_group and text[:1] == "[" and text[-1:] == "]" else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            text = f"{action.option_strings[0]} {self._format_args(action, self._default_metavar(action))}"
        return text if action.required or is_in_group else f"[{text}]"

    def _default_metavar(self, action):
        if action.option_strings:
            return self._get_default_metavar_for_optional(action)
        return self._get_default_metavar_for_positional(action)

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavars(self, action, default, count):
        if action.metavar is not None:
            shown = action.metavar
        elif action.choices is not None:
            shown = "{" + ",".join([str(choice) for choice in action.choices]) + "}"
        else:
            shown = default
        return shown if isinstance(shown, tuple) else (shown,) * count

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return self._metavars(action, default, 1)[0]
        if nargs == OPTIONAL:
            return f"[{self._metavars(action, default, 1)[0]}]"
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default, 1)
            return f"[{names[0]} [{names[1]} ...]]" if len(names) == 2 else f"[{names[0]} ...]"
        if nargs == ONE_OR_MORE:
            names = self._metavars(action, default, 2)
            return f"{names[0]} [{names[1]} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{self._metavars(action, default, 1)[0]} ..."
        return "" if nargs == SUPPRESS else " ".join(self._metavars(action, default, nargs))

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavars(action, self._default_metavar(action), 1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        shown = self._format_args(action, self._default_metavar(action))
        if __python__ >= 13:
            return f"{', '.join(action.option_strings)} {shown}"
        return ", ".join([f"{name} {shown}" for name in action.option_strings])

    def _format_action(self, action, indent):
        place = min(self._longest + 2, self._furthest)
        width = max(self._width - place, LEAST)
        head = self._format_action_invocation(action)
        line = " " * indent + head
        help = action.help
        lines = []
        if help and help.strip():
            lines = self._split_lines(self._expand_help(action), width)
        if not lines:
            text = line + "\n"
        elif len(head) <= place - indent - 2:
            text = f"{line.ljust(place - 2)}  {lines[0]}\n"
        else:
            text = f"{line}\n{' ' * place}{lines[0]}\n"
        text += "".join([f"{' ' * place}{rest}\n" for rest in lines[1:]])
        return text + "".join([self._format_action(inner, indent + self._step) for inner in getattr(action, "_choices", ())])

    def _get_help_string(self, action):
        return action.help

    def _expand_help(self, action):
        values = {**vars(action), "prog": self._prog}
        for name in list(values):
            if values[name] is SUPPRESS:
                del values[name]
            elif hasattr(values[name], "__name__"):
                values[name] = values[name].__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join([str(choice) for choice in values["choices"]])
        help = self._get_help_string(action)
        return help % values if "%" in help else help


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        help = action.help or ""
        if "%(default)" not in help and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                help += " (default: %(default)s)"
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
