//! Programs: a script with its names resolved, checked, and lowered to flat ops. All that can be done before a run is done here.
//!
//! Knows nothing of how ops are run. Promises that every problem of a script is reported in one go.

pub mod code;
mod library;
mod lower;
mod op;
pub mod places;
mod scope;
mod versions;

use crate::diag::{Diagnostic, catalog};
use crate::script::{Expectations, PythonVersion, Script, Settings, Source};
use crate::units::{CodeId, Delay, IdVec, NameId, Names};

use code::{CallShape, ClassTemplate, Code, Constant, FunctionTemplate, Template};

pub(crate) use library::{constant as library_constant, is_there, module as library_module};

/// A program that is ready to run.
#[derive(Clone, Debug)]
pub struct Program {
    /// The name shown to people.
    pub name: String,
    /// For people; may be empty.
    pub description: String,
    /// The file's text.
    pub source: Source,
    /// Everything that is not code.
    pub settings: Settings,
    /// What `test` checks.
    pub expectations: Expectations,
    /// Every name.
    pub names: Names,
    /// Every constant.
    pub constants: Vec<Constant>,
    /// Every length of a sleep that is known before the run.
    pub delays: Vec<Delay>,
    /// Every text with holes.
    pub templates: Vec<Template>,
    /// Every way a function object is made.
    pub functions: Vec<FunctionTemplate>,
    /// Every shape of a call with keywords.
    pub shapes: Vec<CallShape>,
    /// Every method name.
    pub methods: Vec<NameId>,
    /// The names of the globals, by their numbers.
    pub globals: Vec<NameId>,
    /// The globals that are called as built-ins are, and what reads these, as long as the script has not bound them.
    pub built_ins: Vec<(u32, code::Op)>,
    /// Whether the script has generators or finalizers, wants to be told of lost exceptions, or asks what is still there, so that it
    /// matters when it lets go of something.
    pub lets_go: bool,
    /// Whether the script has a class with `__del__`.
    pub finalizes: bool,
    /// Whether the script records warnings, so that it may see one of a coroutine that was never awaited.
    pub records_warnings: bool,
    /// Every body.
    pub codes: IdVec<CodeId, Code>,
    /// The module's own body.
    pub module: CodeId,
    /// The body of `asyncio.sleep`, for where it is not awaited on the spot.
    pub sleep: CodeId,
    /// The body of the helper tasks at the end of `asyncio.run`.
    pub helper: CodeId,
    /// The body that orders by a function of the script: its slots are the items, the function, the number of an
    /// [`Order`](code::Order), and the list that is sorted in place or `None`.
    pub order: CodeId,
    /// By the number of a function of the library: its body, where it has one in the language itself.
    pub bodies: Vec<Option<CodeId>>,
    /// Every way a class is made.
    pub classes: Vec<ClassTemplate>,
    /// The globals that hold the functions of [`Helper::ALL`](crate::signatures::helpers::Helper::ALL).
    pub helpers: Vec<u32>,
    /// The body that answers a question: its slots are what is called, a list and a dict of arguments, the answers before, and
    /// what the operation that asked began with.
    pub ask: CodeId,
    /// The body that makes an object: its slots are the object, its `__init__`, and a list and a dict of arguments.
    pub construct: CodeId,
    /// The body that calls: its slots are what is called, and a list and a dict of arguments.
    pub call: CodeId,
}

/// A script that is not a program, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The script's text.
    pub source: Source,
    /// Every problem, in the order of its place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Resolves, checks and lowers a script.
///
/// # Errors
/// With every problem of the script.
pub fn compile(mut script: Script) -> Result<Program, Box<Rejected>> {
    versions::choose(&mut script.module, script.settings.python.minor());
    let too_new = script.settings.eager.filter(|_| script.settings.python < PythonVersion::V3_12);
    let too_new = too_new.map(catalog::values::eager_is_new);
    let lowered = match (lower::lower(&script), too_new) {
        (Ok(_), Some(too_new)) => Err(vec![too_new]),
        (Err(found), too_new) => Err(found.into_iter().chain(too_new).collect()),
        (lowered, None) => lowered,
    };
    match lowered {
        Ok(lowered) => Ok(Program {
            name: script.name,
            description: script.description,
            source: script.source,
            settings: script.settings,
            expectations: script.expectations,
            names: lowered.names,
            constants: lowered.constants,
            delays: lowered.delays,
            templates: lowered.templates,
            functions: lowered.functions,
            shapes: lowered.shapes,
            methods: lowered.methods,
            globals: lowered.globals,
            built_ins: lowered.built_ins,
            lets_go: lowered.lets_go,
            finalizes: lowered.finalizes,
            records_warnings: lowered.records_warnings,
            codes: lowered.codes,
            module: lowered.module,
            sleep: lowered.sleep,
            helper: lowered.helper,
            order: lowered.order,
            bodies: lowered.bodies,
            classes: lowered.classes,
            helpers: lowered.helpers,
            ask: lowered.ask,
            construct: lowered.construct,
            call: lowered.call,
        }),
        Err(mut diagnostics) => {
            diagnostics.sort_by_key(|diagnostic| diagnostic.span);
            Err(Box::new(Rejected { source: script.source, diagnostics }))
        }
    }
}
