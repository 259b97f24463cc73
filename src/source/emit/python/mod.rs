//! A whole program: its settings, its imports, then globals, functions and the entry where a Python programmer looks for them.

mod eager;
mod order;
mod statement;

use crate::script::{Script, Statement, StatementKind};
use crate::units::Dialect;

use super::expression::Writer;
use super::layout::{INDENT, Lines};
use super::names::{Names, SIMULATOR};
use super::settings;
use super::text::Quotes;

use order::Part;

/// The script as a Python program.
pub(super) fn module(script: &Script) -> String {
    let eager = eager::said_by_the_program(script);
    let script = eager.as_ref().unwrap_or(script);
    let names = Names::of_module(&script.module, true);
    let mut printer = Printer { lines: Lines::default(), writer: Writer { names, quotes: Quotes::Prefer('"') } };
    let parts = order::parts(script);
    for (index, part) in parts.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|before| parts.get(before)) {
            printer.lines.blank(before.distance(part));
        }
        printer.part(part);
    }
    let Printer { lines, writer } = printer;
    let head = head(script, writer.names);
    let body = lines.finish();
    if head.is_empty() {
        return body;
    }
    let opens_with_block = parts.first().is_some_and(Part::is_block);
    format!("{head}{}{body}", if opens_with_block { "\n\n" } else { "\n" })
}

/// Writes statements.
struct Printer {
    lines: Lines,
    writer: Writer,
}

impl Printer {
    fn part(&mut self, part: &Part<'_>) {
        match part {
            Part::Function(statement) | Part::Import(statement) | Part::Plain(statement) => {
                self.statement(statement, 0)
            }
            Part::Entry(statement) => {
                self.lines.line(0, "if __name__ == \"__main__\":");
                self.statement(statement, INDENT);
            }
        }
    }

    fn block(&mut self, block: &[Statement], indent: usize) {
        if block.is_empty() {
            return self.lines.line(indent, "pass");
        }
        let is_definition =
            |statement: &Statement| matches!(statement.kind, StatementKind::Function(_) | StatementKind::Class(_));
        for (index, statement) in block.iter().enumerate() {
            let follows_definition = index > 0 && is_definition(&block[index - 1]);
            if index > 0 && (is_definition(statement) || follows_definition) {
                self.lines.blank(1);
            }
            self.statement(statement, indent);
        }
    }
}

/// The comment block, the docstring and the imports; each with an empty line before it.
fn head(script: &Script, names: Names) -> String {
    let seeding = seeding(script, &names);
    let imports = imports(names);
    let description = docstring(order::docstring(script).unwrap_or(&script.description));
    let sections = [settings_block(script), description, imports, seeding];
    let sections: Vec<String> = sections.into_iter().filter(|section| !section.is_empty()).collect();
    sections.join("\n")
}

fn settings_block(script: &Script) -> String {
    let is_stem = super::super::stem(&script.source.path) == script.name;
    let mut lines: Vec<String> = Vec::new();
    lines.extend((!is_stem).then(|| format!("name = {}", super::toml::strings::string(&script.name))));
    lines.extend(settings::top(&script.settings));
    let expectations = settings::expectations(script);
    if !lines.is_empty() && !expectations.is_empty() {
        lines.push(String::new());
    }
    lines.extend(expectations);
    if lines.is_empty() {
        return String::new();
    }
    let text = lines.join("\n");
    let comment = |line: &str| if line.is_empty() { "#\n".to_owned() } else { format!("# {line}\n") };
    format!("# /// kitchen-sim\n{}# ///\n", text.lines().map(comment).collect::<String>())
}

fn docstring(description: &str) -> String {
    if description.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    for character in description.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"").chars() {
        let is_hidden = character.is_control() && !matches!(character, '\n' | '\t');
        if is_hidden {
            text.extend(character.escape_unicode().filter(|c| !matches!(c, '{' | '}')))
        } else {
            text.push(character)
        }
    }
    if text.ends_with('"') {
        text.pop();
        text.push_str("\\\"");
    }
    format!("\"\"\"{text}\"\"\"\n")
}

fn imports(mut names: Names) -> String {
    let needs_work = names.modules.shift_remove(SIMULATOR);
    if needs_work {
        names.module("time");
    }
    names.modules.sort();
    let mut out = String::new();
    for module in &names.modules {
        let alias = names.module_name(module);
        out.push_str(&if alias == *module {
            format!("import {module}\n")
        } else {
            format!("import {module} as {alias}\n")
        });
    }
    if needs_work {
        out.push_str(&work_helper(&names.work(), &names.module_name("time")));
    }
    out
}

/// A spec's numbers are random for its seed, a program's for what it says itself: else each run would have its own.
fn seeding(script: &Script, names: &Names) -> String {
    if script.dialect == Dialect::Python || !names.modules.contains("random") {
        return String::new();
    }
    format!("{}.seed({})\n", names.module_name("random"), script.settings.seed)
}

/// The stretch of work: the simulator's own where the program runs in it, else one that keeps a core busy.
fn work_helper(name: &str, time: &str) -> String {
    let alias = if name == "work" { String::new() } else { format!(" as {name}") };
    format!(
        "
try:
    from {SIMULATOR} import work{alias}
except ImportError:

    def {name}(seconds):
        \"\"\"Keep a core busy for so many seconds.\"\"\"
        end = {time}.perf_counter() + seconds
        while {time}.perf_counter() < end:
            pass
"
    )
}
