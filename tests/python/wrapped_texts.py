# textwrap: where lines end in words with hyphens, indents, a limit of lines, and what is refused.
import textwrap

TEXT = "A well-known self-service station -- open--always, it's said.  Very-very-long-hyphenated-words break."
print(textwrap.fill(TEXT, 24, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap(TEXT, 12), textwrap.shorten(TEXT, 30), textwrap.shorten(TEXT, 30, placeholder="…"))
for options in (
    {"break_long_words": False},
    {"break_on_hyphens": False},
    {"drop_whitespace": False},
    {"fix_sentence_endings": True},
    {"max_lines": 2},
    {"max_lines": 1, "placeholder": "..."},
    {"replace_whitespace": False, "expand_tabs": False},
):
    print(options, textwrap.wrap("\t" + TEXT + "\nx--y e-mail", 15, **options))
wrapper = textwrap.TextWrapper(width=20)
wrapper.max_lines = 2
print(wrapper.wrap(TEXT), wrapper.fill("short"), wrapper.placeholder)
for refused in (lambda: textwrap.wrap("x", 0), lambda: textwrap.shorten("some text", 3)):
    try:
        refused()
    except ValueError as error:
        print(error)
