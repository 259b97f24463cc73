//! Lowering: a script's tree to ops. Resolves names on the way and reports every problem it meets.

mod bind;
mod call;
mod comprehension;
mod exit;
mod expression;
mod frame;
mod function;
mod import;
mod library;
mod mapped;
mod resolve;
mod statement;
mod target;
mod template;
mod try_except;

use indexmap::{IndexMap, IndexSet};

use crate::diag::Diagnostic;
use crate::script::{Import, Parameters, Script, Statement};
use crate::units::{CodeId, Delay, Dialect, IdVec, NameId, Names};

use super::code::{CallShape, Code, Constant, FunctionTemplate, Op, Slot, Template};
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
    pub(super) codes: IdVec<CodeId, Code>,
    pub(super) module: CodeId,
    pub(super) sleep: CodeId,
    pub(super) helper: CodeId,
    pub(super) order: CodeId,
    pub(super) bodies: Vec<Option<CodeId>>,
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
    constants: Vec<Constant>,
    delays: Vec<Delay>,
    templates: Vec<Template>,
    functions: Vec<FunctionTemplate>,
    shapes: IndexSet<CallShape>,
    methods: IndexSet<NameId>,
    codes: IdVec<CodeId, Code>,
    dialect: Dialect,
    globals: IndexSet<&'a str>,
    imports: IndexMap<&'a str, &'a Import>,
    /// The modules of which `from … import *` takes everything.
    stars: IndexSet<&'static str>,
    statics: IndexMap<&'a str, StaticFunction<'a>>,
    frames: Vec<Frame<'a>>,
    problems: Vec<Diagnostic>,
    /// Whether the library's own bodies are being lowered: they see its names, and none of the script's.
    is_library: bool,
}

/// Lowers a script.
pub(super) fn lower(script: &Script) -> Result<Lowered, Vec<Diagnostic>> {
    let mut lowering = Lowering {
        names: Names::default(),
        constants: Vec::new(),
        delays: Vec::new(),
        templates: Vec::new(),
        functions: Vec::new(),
        shapes: IndexSet::new(),
        methods: IndexSet::new(),
        codes: IdVec::default(),
        dialect: script.dialect,
        globals: IndexSet::new(),
        imports: IndexMap::new(),
        stars: IndexSet::new(),
        statics: IndexMap::new(),
        frames: Vec::new(),
        problems: Vec::new(),
        is_library: false,
    };
    lowering.collect_globals(&script.module);
    let module = lowering.module(&script.module);
    let sleep = lowering.library_code("sleep", true, 2, vec![Op::Local(0), Op::SleepWithResult(1), Op::Return]);
    let none = lowering.constant(Constant::None);
    let helper = lowering.library_code("shutdown", true, 0, vec![Op::Constant(none), Op::Return]);
    let order = lowering.library_code("order", false, ORDER_SLOTS, order_ops());
    let bodies = lowering.bodies(&script.library);
    if !lowering.problems.is_empty() {
        return Err(lowering.problems);
    }
    let globals = lowering.globals.iter().map(|name| lowering.names.intern(name)).collect();
    Ok(Lowered {
        names: lowering.names,
        constants: lowering.constants,
        delays: lowering.delays,
        templates: lowering.templates,
        functions: lowering.functions,
        shapes: lowering.shapes.into_iter().collect(),
        methods: lowering.methods.into_iter().collect(),
        globals,
        codes: lowering.codes,
        module,
        sleep,
        helper,
        order,
        bodies,
    })
}

impl<'a> Lowering<'a> {
    fn module(&mut self, module: &'a [Statement]) -> CodeId {
        self.reserve_static_codes(module);
        let name = self.names.intern("<module>");
        self.frames.push(Frame::of_module(name, std::mem::take(&mut self.imports)));
        self.block(module);
        self.finish_frame()
    }

    /// A body of the library: slots and ops as given.
    fn library_code(&mut self, name: &str, is_async: bool, slots: u16, ops: Vec<Op>) -> CodeId {
        let name = self.names.intern(name);
        self.codes.push(Code {
            name,
            is_async,
            parameters: Vec::new(),
            is_simple: true,
            slots: slots.max(1),
            captured: Vec::new(),
            locals: Vec::new(),
            ops,
            places: Vec::new(),
            handlers: Vec::new(),
            handling: Vec::new(),
            is_hidden: true,
        })
    }

    fn constant(&mut self, constant: Constant) -> u32 {
        let index = self.constants.iter().position(|known| *known == constant).unwrap_or_else(|| {
            self.constants.push(constant);
            self.constants.len() - 1
        });
        u32::try_from(index).expect("a spec has fewer than 2³² constants")
    }

    fn method(&mut self, name: &str) -> u16 {
        let id = self.names.intern(name);
        u16::try_from(self.methods.insert_full(id).0).unwrap_or(u16::MAX)
    }

    fn shape(&mut self, shape: CallShape) -> u16 {
        u16::try_from(self.shapes.insert_full(shape).0).unwrap_or(u16::MAX)
    }

    fn frame(&mut self) -> &mut Frame<'a> {
        self.frames.last_mut().expect("lowering happens inside a frame")
    }

    fn emit(&mut self, op: Op) {
        self.frame().emit(op);
    }

    fn problem(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// A slot for a temporary value; [`Frame::release`] gives it back.
    fn temporary(&mut self) -> Slot {
        self.frame().temporary()
    }
}

static EMPTY: &Parameters = &Parameters { items: Vec::new() };

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
