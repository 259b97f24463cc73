//! A whole spec: the keys at the top, globals, coroutines and functions, expectations.

mod module;
mod steps;
pub(super) mod strings;
mod verbs;

use crate::diag::Diagnostic;
use crate::script::{Function, Script, Settings};

use super::expression::Writer;
use super::names::Names;
use super::settings;
use super::text::Quotes;

use module::Module;
use strings::{key, string};

/// Writes a spec.
pub(super) struct Printer {
    writer: Writer,
    problems: Vec<Diagnostic>,
}

/// The script as a spec.
///
/// # Errors
/// Every place where it uses what specs lack.
pub(super) fn spec(script: &Script) -> Result<String, Vec<Diagnostic>> {
    let names = Names::of_module(&script.module, false);
    let mut printer = Printer { writer: Writer { names, quotes: Quotes::Prefer('\'') }, problems: Vec::new() };
    let module = Module::of(script, &printer.writer.names, &mut printer.problems);
    let mut sections = vec![printer.top(script, &module)];
    sections.push(printer.exceptions(&module));
    sections.push(printer.globals(&module));
    // In the order of the first of each kind: a default may call a function that stands above.
    let begins_with_coroutine = module.functions.first().is_none_or(|function| function.is_async);
    for is_async in [begins_with_coroutine, !begins_with_coroutine] {
        let section = if is_async { "coroutines" } else { "functions" };
        let functions = module.functions.iter().copied().filter(|function| function.is_async == is_async);
        sections.extend(printer.functions(section, functions));
    }
    sections.push(lines(&settings::expectations(script)));
    printer.refuse_hidden_modules(script);
    if printer.problems.is_empty() {
        sections.retain(|section| !section.is_empty());
        return Ok(sections.join("\n"));
    }
    printer.problems.sort_by_key(|problem| problem.span);
    Err(printer.problems)
}

fn lines(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

impl Printer {
    fn top(&mut self, script: &Script, module: &Module<'_>) -> String {
        let mut top = vec![format!("name = {}", string(&script.name))];
        let description =
            if script.description.is_empty() { module.docstring.unwrap_or_default() } else { &script.description };
        top.extend((!description.is_empty()).then(|| format!("description = {}", string(description))));
        if let Some(entry) = module.entry {
            let call = self.writer.any(entry).flat();
            top.extend((call != "main()").then(|| format!("entry = {}", string(&call))));
        }
        let seed = module.seed.unwrap_or(script.settings.seed);
        top.extend(settings::top(&Settings { seed, ..script.settings.clone() }));
        lines(&top)
    }

    fn exceptions(&mut self, module: &Module<'_>) -> String {
        let mut section = vec!["[exceptions]".to_owned()];
        for (name, base) in &module.exceptions {
            let base = self.writer.any(base).flat();
            section.push(format!("{} = {}", key(name), string(&base)));
        }
        if section.len() == 1 { String::new() } else { lines(&section) }
    }

    fn globals(&mut self, module: &Module<'_>) -> String {
        let mut section = vec!["[globals]".to_owned()];
        for (name, value) in &module.globals {
            let value = self.value(value);
            section.push(format!("{} = {value}", key(name)));
        }
        if section.len() == 1 { String::new() } else { lines(&section) }
    }

    /// The functions of one kind, in order. Neighbours without parameters share a header in the short form; TOML lets that header
    /// stand once only.
    fn functions<'a>(&mut self, section: &str, functions: impl Iterator<Item = &'a Function>) -> Vec<String> {
        let is_short = |function: &&Function| function.parameters.items.is_empty();
        let mut functions = functions.peekable();
        let mut sections = Vec::new();
        let mut has_short = false;
        while let Some(function) = functions.next() {
            if has_short || !is_short(&function) {
                sections.push(self.function(section, function));
                continue;
            }
            has_short = true;
            let mut text = format!("[{section}]\n");
            let mut next = Some(function);
            while let Some(function) = next {
                text.push_str(&format!("{} = {}\n", key(&function.name.name), self.body(function)));
                next = functions.next_if(is_short);
            }
            sections.push(text);
        }
        sections
    }

    /// A function with a header of its own.
    fn function(&mut self, section: &str, function: &Function) -> String {
        let mut text = format!("[{section}.{}]\n", key(&function.name.name));
        let parameters = self.writer.parameters(&function.parameters);
        let parameters: Vec<String> = parameters.iter().map(|parameter| string(&parameter.flat())).collect();
        if !parameters.is_empty() {
            text.push_str(&format!("params = [{}]\n", parameters.join(", ")));
        }
        text + &format!("steps = {}\n", self.body(function))
    }

    fn body(&mut self, function: &Function) -> String {
        self.writer.names.enter_function(&function.parameters, &function.body);
        let body = self.steps(&function.body, 0);
        self.writer.names.leave();
        body
    }
}
