//! Problems of turning a program into a spec: what specs lack.

use crate::diag::Diagnostic;
use crate::units::Span;

use super::shown;

/// Something that Python has and specs have not.
#[must_use]
pub fn specs_lack(span: Span, what: &str, instead: &str) -> Diagnostic {
    Diagnostic::new("specs-lack", span, format!("specs have no {what}")).hint(instead)
}

/// A global that is bound in two places of the module.
#[must_use]
pub fn global_bound_twice(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new("specs-lack", span, format!("`{}` is bound twice at the top of the program", shown(name)))
        .hint("a spec binds each of its [globals] once: give one of them another name, or bind it in a function")
}

/// A default that needs a global: in a spec functions come before globals.
#[must_use]
pub fn default_needs_global(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new("specs-lack", span, format!("this default needs `{}`, which a spec makes later", shown(name)))
        .hint("a spec makes its functions before its [globals]: read the global inside the function")
}

/// A name of the script that hides a module which is needed.
#[must_use]
pub fn module_is_hidden(span: Span, module: &str) -> Diagnostic {
    Diagnostic::new("specs-lack", span, format!("`{module}` is a name of the program, and specs have no imports"))
        .hint(format!("call it something else: in a spec `{module}` is the module"))
}
