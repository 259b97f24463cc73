//! Lowering: a script's tree to ops. Resolves names on the way and reports every problem it meets.

mod above;
mod async_for;
mod awaiting;
mod bind;
mod call;
mod changed;
mod class;
mod comprehension;
mod decorate;
mod drop;
mod exit;
mod expression;
mod flow;
mod frame;
mod function;
mod generator;
mod guard;
mod import;
mod library;
mod located;
mod mapped;
mod modules;
mod resolve;
mod seen;
mod sets;
mod star;
mod statement;
mod target;
mod template;
mod told;
mod try_except;
mod unpacked;
mod with;

use crate::diag::Diagnostic;
use crate::program::places::{Part, Places};
use crate::script::{Import, Parameters, Script};
use crate::signatures::helpers::Helper;
use crate::units::{CodeId, Delay, Dialect, IdVec, NameId, Names, OrderedMap, OrderedSet, Span};

use super::code::{CallShape, ClassTemplate, Code, Constant, FunctionTemplate, Generator, Op, Slot, Template};
use frame::Frame;
use resolve::Place;

/// What lowering makes.
pub(super) struct Lowered {
    pub(super) names: Names,
    pub(super) constants: Vec<Constant>,
    pub(super) delays: Vec<Delay>,
    pub(super) templates: Vec<Template>,
    pub(super) functions: Vec<FunctionTemplate>,
    pub(super) shapes: Vec<CallShape>,
    pub(super) methods: Vec<NameId>,
    pub(super) globals: Vec<NameId>,
    pub(super) built_ins: Vec<(u32, Op)>,
    pub(super) lets_go: bool,
    pub(super) finalizes: bool,
    pub(super) records_warnings: bool,
    pub(super) codes: IdVec<CodeId, Code>,
    pub(super) module: CodeId,
    pub(super) sleep: CodeId,
    pub(super) helper: CodeId,
    pub(super) order: CodeId,
    pub(super) bodies: Vec<Option<CodeId>>,
    pub(super) classes: Vec<ClassTemplate>,
    pub(super) helpers: Vec<u32>,
    pub(super) ask: CodeId,
    pub(super) construct: CodeId,
    pub(super) call: CodeId,
}

/// A function of the module that nothing rebinds, so that calls of it are checked and bound before the run.
#[derive(Clone, Copy)]
struct StaticFunction<'a> {
    parameters: &'a Parameters,
    code: Option<CodeId>,
}

/// The state of lowering a whole script.
struct Lowering<'a> {
    names: Names,
    constants: OrderedSet<Constant>,
    delays: Vec<Delay>,
    templates: Vec<Template>,
    functions: Vec<FunctionTemplate>,
    shapes: OrderedSet<CallShape>,
    methods: OrderedSet<NameId>,
    codes: IdVec<CodeId, Code>,
    dialect: Dialect,
    globals: OrderedSet<String>,
    imports: OrderedMap<&'a str, &'a Import>,
    /// What the script changes of modules.
    changed: changed::Changed,
    /// The modules of which `from … import *` takes everything.
    stars: OrderedSet<&'static str>,
    statics: OrderedMap<&'a str, StaticFunction<'a>>,
    frames: Vec<Frame<'a>>,
    problems: Vec<Diagnostic>,
    /// Whether the library's own bodies are being lowered: they see its names, and none of the script's.
    is_body: bool,
    classes: Vec<ClassTemplate>,
    /// The module of the library that is being lowered, if it is one.
    library: Option<&'static str>,
    /// The `__module__` of the classes that are being lowered.
    home: &'static str,
    /// The minor version of the Python that is simulated.
    python: i32,
    /// Whether the script has generators, finalizers or weak references, or wants to be told of lost exceptions: then it matters when
    /// a variable loses something.
    lets_go: bool,
    /// Whether the script may ask at any moment what is still held, or is told at once: by `gc`, `weakref`, `__del__` or a handler of
    /// lost exceptions.
    asks_what_is_held: bool,
    /// Whether what a class holds may want to be told under which name: there is a `__set_name__` somewhere.
    tells_names: bool,
    /// Whether the class whose bases are lowered is an enumeration of values of a plain type.
    is_mixed: bool,
    /// The generator expression that is taken at once by the call around it.
    taken_at_once: Option<(Span, Part)>,
    /// Whether the script names `TypeError` anywhere.
    knows_type_errors: bool,
    /// Whether the script names `NameError` or `UnboundLocalError` anywhere.
    knows_name_errors: bool,
    /// The path of the script, as its own texts hold it.
    file: String,
    /// The text that the script begins with.
    document: Option<&'a str>,
    /// Whether the script names `ImportError` or `ModuleNotFoundError` anywhere.
    knows_import_errors: bool,
    /// Whether the script names `AttributeError`, or asks `hasattr`, anywhere.
    knows_attribute_errors: bool,
    /// Whether the script catches every exception anywhere.
    catches_all: bool,
    /// The attributes of the script that run code where they are looked for.
    computed: seen::Computed<'a>,
    /// How many blocks are open in which a `TypeError` is caught.
    guards: u32,
}

/// The `__module__` of a script's own classes.
const MAIN: &str = "__main__";

/// What a script names that hears of warnings.
const HEARS_WARNINGS: &[&str] = &[
    "assertWarns",
    "assertWarnsRegex",
    "captureWarnings",
    "catch_warnings",
    "filterwarnings",
    "showwarning",
    "simplefilter",
];

fn records_warnings(script: &Script) -> bool {
    let is_read = script.library.iter().any(|module| module.name == "warnings");
    guard::stands_in(&script.module, &|name| {
        HEARS_WARNINGS.contains(&name) || is_read && matches!(name, "stderr" | "redirect_stderr")
    })
}

/// Whether the script may be told of exceptions that nobody saw: by a handler, or by a method of the loop that it replaces.
fn hears_of_what_is_lost(script: &Script) -> bool {
    let names = ["set_exception_handler", "call_exception_handler", "default_exception_handler"];
    names.iter().any(|name| script.source.text.contains(name))
}

/// Lowers a script.
pub(super) fn lower(script: &Script) -> Result<Lowered, Vec<Diagnostic>> {
    let finalizes = guard::defines(&script.module, "__del__");
    let mut lowering = Lowering {
        names: Names::default(),
        constants: OrderedSet::default(),
        delays: Vec::new(),
        templates: Vec::new(),
        functions: Vec::new(),
        shapes: OrderedSet::default(),
        methods: OrderedSet::default(),
        codes: IdVec::default(),
        dialect: script.dialect,
        globals: OrderedSet::default(),
        imports: OrderedMap::default(),
        changed: changed::Changed::default(),
        stars: OrderedSet::default(),
        statics: OrderedMap::default(),
        frames: Vec::new(),
        problems: Vec::new(),
        is_body: false,
        classes: Vec::new(),
        library: None,
        home: MAIN,
        python: script.settings.python.minor(),
        lets_go: finalizes
            || generator::has_generators(&script.module)
            || records_warnings(script)
            || guard::stands_in(&script.module, &|name| matches!(name, "addHandler" | "basicConfig" | "send"))
            || hears_of_what_is_lost(script)
            || script.library.iter().any(|module| matches!(module.name, "gc" | "weakref")),
        asks_what_is_held: finalizes
            || hears_of_what_is_lost(script)
            || script.library.iter().any(|module| matches!(module.name, "gc" | "weakref")),
        tells_names: guard::defines(&script.module, "__set_name__")
            || script.library.iter().any(|module| guard::defines(&module.statements, "__set_name__")),
        is_mixed: false,
        taken_at_once: None,
        knows_type_errors: guard::stands_in(&script.module, &|name| name == "TypeError"),
        knows_name_errors: guard::stands_in(&script.module, &|name| matches!(name, "NameError" | "UnboundLocalError")),
        file: script.source.absolute_path().into_owned(),
        document: function::document_of(&script.module),
        knows_import_errors: guard::stands_in(&script.module, &|name| {
            matches!(name, "ImportError" | "ModuleNotFoundError")
        }),
        knows_attribute_errors: guard::stands_in(&script.module, &|name| matches!(name, "AttributeError" | "hasattr")),
        catches_all: guard::catches(&script.module),
        computed: seen::Computed::of(script),
        guards: 0,
    };
    lowering.collect_globals(&script.module);
    lowering.collect_library(&script.library);
    let module = lowering.module(script);
    let sleep = lowering.library_code("sleep", true, 2, vec![Op::Local(0), Op::SleepWithResult(1), Op::Return]);
    let none = lowering.constant(Constant::None);
    let helper = lowering.library_code("shutdown", true, 0, vec![Op::Constant(none), Op::Return]);
    let order = lowering.library_code("order", false, ORDER_SLOTS, order_ops());
    let bodies = lowering.bodies(&script.bodies);
    let ask = lowering.library_code("ask", false, 5, vec![Op::CallUnpacked(0), Op::Answer(3)]);
    let construct =
        lowering.library_code("new", false, 4, vec![Op::CallUnpacked(1), Op::CheckInit, Op::Local(0), Op::Return]);
    let call = lowering.library_code("call", false, 3, vec![Op::CallUnpacked(0), Op::Return]);
    let helpers = Helper::ALL.iter().map(|helper| lowering.helper(*helper)).collect();
    if !lowering.problems.is_empty() {
        return Err(lowering.problems);
    }
    let built_ins = lowering.built_in_globals();
    let globals = lowering.globals.iter().map(|name| lowering.names.intern(name)).collect();
    Ok(Lowered {
        names: lowering.names,
        constants: lowering.constants.into_iter().collect(),
        delays: lowering.delays,
        templates: lowering.templates,
        functions: lowering.functions,
        shapes: lowering.shapes.into_iter().collect(),
        methods: lowering.methods.into_iter().collect(),
        globals,
        built_ins,
        lets_go: lowering.lets_go,
        finalizes,
        records_warnings: records_warnings(script),
        codes: lowering.codes,
        module,
        sleep,
        helper,
        order,
        bodies,
        classes: lowering.classes,
        helpers,
        ask,
        construct,
        call,
    })
}

impl<'a> Lowering<'a> {
    fn module(&mut self, script: &'a Script) -> CodeId {
        self.reserve_static_codes(&script.module);
        let name = self.names.intern("<module>");
        let imports = std::mem::take(&mut self.imports);
        self.frames.push(Frame::of_module(name, OrderedMap::default()));
        self.changed_builtins();
        for module in &script.library {
            self.library = Some(module.name);
            self.home = module.home;
            self.block(&module.statements);
        }
        self.library = None;
        self.home = MAIN;
        self.frame().set_imports(imports);
        self.block(&script.module);
        self.finish_frame()
    }

    /// The number of the global that holds a helper; beyond all of them in a script that came without a library.
    fn helper(&self, helper: Helper) -> u32 {
        let name = format!("{HELPERS}.{}", helper.name());
        let index = self.globals.get_index_of(name.as_str());
        index.map_or(u32::MAX, |index| u32::try_from(index).expect("a spec has fewer than 2³² globals"))
    }

    /// A body of the library: slots and ops as given.
    fn library_code(&mut self, name: &str, is_async: bool, slots: u16, ops: Vec<Op>) -> CodeId {
        let name = self.names.intern(name);
        self.codes.push(Code {
            name,
            qualified: name,
            is_async,
            generator: Generator::No,
            parameters: Vec::new(),
            is_annotated: false,
            is_simple: true,
            slots: slots.max(1),
            captured: Vec::new(),
            locals: Vec::new(),
            ops,
            places: Places::default(),
            definition: Span::default(),
            handlers: Vec::new(),
            handling: Vec::new(),
            live: Vec::new(),
            is_hidden: true,
            told_as: is_async.then_some(name),
            has_frame: is_async,
            steps_object: false,
        })
    }

    fn constant(&mut self, constant: Constant) -> u32 {
        let index = self.constants.insert_full(constant).0;
        u32::try_from(index).expect("a spec has fewer than 2³² constants")
    }

    fn method(&mut self, name: &str) -> u16 {
        let id = self.names.intern(name);
        u16::try_from(self.methods.insert_full(id).0).unwrap_or(u16::MAX)
    }

    /// The name of a method.
    fn method_name(&self, method: u16) -> &str {
        self.methods.get_index(usize::from(method)).map_or("", |name| self.names.text(*name))
    }

    fn shape(&mut self, shape: CallShape) -> u16 {
        u16::try_from(self.shapes.insert_full(shape).0).unwrap_or(u16::MAX)
    }

    fn frame(&mut self) -> &mut Frame<'a> {
        self.frames.last_mut().expect("lowering happens inside a frame")
    }

    /// Slots that are kept through the statements of a block. What an expression before has left there is let go of.
    fn kept<const COUNT: usize>(&mut self) -> [Slot; COUNT] {
        let slots = std::array::from_fn(|_| self.temporary());
        if self.lets_go && !self.asks_what_is_held {
            let unbound = self.constant(Constant::Unbound);
            slots.iter().for_each(|slot| self.emit(Op::StoreConstant(*slot, unbound)));
        }
        slots
    }

    fn emit(&mut self, op: Op) {
        self.frame().emit(op);
    }

    fn problem(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// A slot for a temporary value; [`Frame::release`] gives it back.
    fn temporary(&mut self) -> Slot {
        let slot = self.frame().temporary();
        if self.asks_what_is_held {
            // What lay there before is not held any more while the value for the slot is computed.
            let nothing = self.constant(Constant::Unbound);
            self.emit(Op::StoreConstant(slot, nothing));
        }
        slot
    }
}

/// The module of the library that holds the helpers.
const HELPERS: &str = "helpers";

/// How many slots [`order_ops`] need.
const ORDER_SLOTS: u16 = 9;

/// The body that orders by a script's function. Slots: 0 the items, 1 the function, 2 which order, 3 a list to be sorted in place;
/// then the keys, the place in the items, and the call of the function.
fn order_ops() -> Vec<Op> {
    let [items, function, keys, place, call] = [0, 1, 4, 5, 7];
    let (round, end) = (4, 11);
    vec![
        Op::NewList,
        Op::Store(keys),
        Op::Local(items),
        Op::Iterate(place),
        Op::Next(place, end),
        Op::Store(call + 1),
        Op::Local(function),
        Op::Store(call),
        Op::Call(call, 1),
        Op::Append(keys),
        Op::JumpBack(round),
        Op::OrderByKeys(items),
        Op::Return,
    ]
}
