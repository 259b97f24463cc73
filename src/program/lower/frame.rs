//! One function while it is lowered: its symbols, slots, ops, loops, and what is bound at this point of it.

use crate::program::code::{Handler, Handling, Op, Slot};
use crate::program::places::Places;
use crate::program::scope::Bindings;
use crate::script::Import;
use crate::units::{NameId, OrderedMap, OrderedSet, Span};

use super::exit::Cleanup;
pub(super) use super::flow::{Boundness, Flow};

/// Behind this many slots a function is refused: a slot is 16 bits.
const MOST_SLOTS: Slot = 60_000;

/// A variable of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    /// Where it lives.
    pub(super) slot: Slot,
    /// Whether the slot holds a variable shared by closures.
    pub(super) is_shared: bool,
}

/// A loop being lowered.
#[derive(Debug)]
pub(super) struct Loop {
    /// Where `continue` goes.
    pub(super) head: u32,
    /// Jumps of `break`, to be aimed behind the loop.
    pub(super) breaks: Vec<usize>,
    /// What is bound where they jump from.
    pub(super) flows: Vec<Flow>,
    /// How many cleanups were open around it.
    pub(super) cleanups: usize,
}

/// What a frame is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FrameKind {
    Module,
    Function,
    Coroutine,
}

/// Names of their own inside a function: a comprehension's, or a class's.
pub(super) struct Scope<'a> {
    names: OrderedMap<&'a str, Symbol>,
    /// The class whose names they are; functions inside do not see them.
    class: Option<&'a str>,
}

/// One function while it is lowered.
pub(super) struct Frame<'a> {
    pub(super) name: NameId,
    pub(super) text: &'a str,
    pub(super) kind: FrameKind,
    /// What stands before the names of what is defined in it: `outer.<locals>.`
    prefix: String,
    /// Whether it is a generator's.
    pub(super) is_generator: bool,
    bindings: Bindings<'a>,
    symbols: OrderedMap<&'a str, Symbol>,
    pub(super) scopes: Vec<Scope<'a>>,
    captured: OrderedMap<&'a str, Slot>,
    /// The names whose imports have been passed.
    imported: OrderedSet<&'a str>,
    pub(super) ops: Vec<Op>,
    /// How many slots are in use at each op.
    pub(super) live: Vec<Slot>,
    pub(super) places: Places,
    pub(super) definition: Span,
    pub(super) loops: Vec<Loop>,
    pub(super) cleanups: Vec<Cleanup<'a>>,
    pub(super) handlers: Vec<Handler>,
    pub(super) handling: Vec<Handling>,
    pub(super) flow: Flow,
    next: Slot,
    most: Slot,
    parameters: usize,
}

impl<'a> Frame<'a> {
    /// The module's frame: its names are globals, so that it has no locals.
    pub(super) fn of_module(name: NameId, imports: OrderedMap<&'a str, &'a Import>) -> Self {
        let bindings = Bindings { imports, ..Bindings::default() };
        Self::new(name, "<module>", FrameKind::Module, bindings, 0, Vec::new())
    }

    /// What the module's own imports bind.
    pub(super) fn set_imports(&mut self, imports: OrderedMap<&'a str, &'a Import>) {
        self.bindings.imports = imports;
    }

    /// A function's frame. The first `parameters` locals are its parameters.
    pub(super) fn new(
        name: NameId,
        text: &'a str,
        kind: FrameKind,
        bindings: Bindings<'a>,
        parameters: usize,
        captured: Vec<&'a str>,
    ) -> Self {
        let mut frame = Self {
            name,
            text,
            kind,
            prefix: String::new(),
            is_generator: false,
            bindings,
            symbols: OrderedMap::default(),
            scopes: Vec::new(),
            captured: OrderedMap::default(),
            imported: OrderedSet::default(),
            ops: Vec::new(),
            live: Vec::new(),
            places: Places::default(),
            definition: Span::default(),
            loops: Vec::new(),
            cleanups: Vec::new(),
            handlers: Vec::new(),
            handling: Vec::new(),
            flow: Flow::default(),
            next: 0,
            most: 1,
            parameters,
        };
        let locals: Vec<&'a str> = frame.bindings.locals.iter().copied().collect();
        for name in locals {
            let slot = frame.temporary();
            let is_shared = frame.bindings.shared.contains(name);
            frame.symbols.insert(name, Symbol { slot, is_shared });
        }
        for name in captured {
            let slot = frame.temporary();
            frame.captured.insert(name, slot);
        }
        frame.share_locals();
        frame
    }

    fn share_locals(&mut self) {
        let symbols: Vec<Symbol> = self.symbols.values().copied().collect();
        for (index, symbol) in symbols.into_iter().enumerate() {
            if index < self.parameters {
                self.bind(symbol.slot);
            }
            if symbol.is_shared {
                self.emit(Op::MakeShared(symbol.slot));
            }
        }
    }

    /// The symbol of a name that this frame or a comprehension in it binds, or that was captured already.
    pub(super) fn own_symbol(&self, name: &str) -> Option<Symbol> {
        let innermost = self.scopes.last().filter(|scope| scope.class.is_some());
        let of_class = innermost.and_then(|scope| scope.names.get(name)).copied();
        of_class.or_else(|| self.symbol_for_inner(name))
    }

    /// The same, as functions and comprehensions inside this frame see it: names of a class are hidden from them.
    pub(super) fn symbol_for_inner(&self, name: &str) -> Option<Symbol> {
        let mut scopes = self.scopes.iter().rev().filter(|scope| scope.class.is_none());
        let of_scope = scopes.find_map(|scope| scope.names.get(name));
        let of_frame = || self.symbols.get(name);
        of_scope
            .or_else(of_frame)
            .copied()
            .or_else(|| self.captured.get(name).map(|slot| Symbol { slot: *slot, is_shared: true }))
    }

    /// The qualified name of what is defined here under `name` (PEP 3155).
    pub(super) fn qualified(&self, name: &str) -> String {
        let classes: String =
            self.scopes.iter().filter_map(|scope| scope.class).map(|class| format!("{class}.")).collect();
        format!("{}{classes}{name}", self.prefix)
    }

    /// The frame is of what is called so.
    pub(super) fn set_qualified(&mut self, qualified: String) {
        self.prefix = qualified + ".<locals>.";
    }

    /// The qualified name of the function itself.
    pub(super) fn own_qualified(&self) -> &str {
        self.prefix.strip_suffix(".<locals>.").unwrap_or(self.text)
    }

    /// Whether the innermost scope is a class's.
    pub(super) fn is_in_class(&self) -> bool {
        self.scopes.last().is_some_and(|scope| scope.class.is_some())
    }

    /// Whether `name` is one of the class whose body this is.
    pub(super) fn is_of_class(&self, name: &str) -> bool {
        self.scopes.last().is_some_and(|scope| scope.class.is_some() && scope.names.contains_key(name))
    }

    /// The first parameter of the function.
    pub(super) fn first_parameter(&self) -> Option<Symbol> {
        self.symbols.values().next().copied().filter(|_| self.parameters > 0)
    }

    /// The import that alone binds `name` in this frame.
    pub(super) fn own_import(&self, name: &str) -> Option<&'a Import> {
        self.bindings.imports.get(name).copied()
    }

    /// From here on the import of `name` has been done.
    pub(super) fn note_import(&mut self, name: &'a str) {
        self.imported.insert(name);
    }

    /// Whether the import of `name` stands before this point.
    pub(super) fn has_imported(&self, name: &str) -> bool {
        self.imported.contains(name)
    }

    /// The names of the first slots: parameters and locals.
    pub(super) fn local_names(&self) -> impl Iterator<Item = &'a str> {
        self.symbols.keys().copied()
    }

    /// The captured names with their slots, in the order of the function object.
    pub(super) fn captures(&self) -> impl Iterator<Item = (&'a str, Slot)> {
        self.captured.iter().map(|(name, slot)| (*name, *slot))
    }

    /// Every name that can be seen here, for hints.
    pub(super) fn visible_names(&self) -> impl Iterator<Item = &'a str> {
        let imports = self.bindings.imports.keys();
        self.scopes.iter().flat_map(|scope| scope.names.keys()).chain(self.symbols.keys()).chain(imports).copied()
    }

    /// Opens a comprehension's scope.
    pub(super) fn open_scope(&mut self, targets: impl Iterator<Item = (&'a str, bool)>) {
        let mut scope = OrderedMap::default();
        for (name, is_shared) in targets {
            let slot = self.temporary();
            scope.insert(name, Symbol { slot, is_shared });
        }
        self.scopes.push(Scope { names: scope, class: None });
    }

    /// Opens the scope of a class's body, whose names have slots already.
    pub(super) fn open_class(&mut self, class: &'a str, names: impl Iterator<Item = (&'a str, Slot)>) {
        let names: OrderedMap<_, _> = names.map(|(name, slot)| (name, Symbol { slot, is_shared: false })).collect();
        names.values().for_each(|symbol| self.unbind(symbol.slot));
        self.scopes.push(Scope { names, class: Some(class) });
    }

    /// Closes the innermost scope.
    pub(super) fn close_scope(&mut self) {
        self.scopes.pop();
    }

    /// The slot for a new temporary value.
    pub(super) fn temporary(&mut self) -> Slot {
        let slot = self.next;
        self.next = self.next.saturating_add(1);
        self.most = self.most.max(self.next);
        slot
    }

    /// The mark to hand to [`Frame::release`].
    pub(super) fn mark(&self) -> Slot {
        self.next
    }

    /// Gives back every temporary taken since `mark`.
    pub(super) fn release(&mut self, mark: Slot) {
        self.next = mark;
    }

    /// How many slots were in use at once, at least one.
    pub(super) fn slots(&self) -> Slot {
        self.most
    }

    /// Whether the function needs more slots than there can be.
    pub(super) fn is_too_large(&self) -> bool {
        self.most > MOST_SLOTS
    }

    pub(super) fn emit(&mut self, op: Op) {
        let here = self.here();
        self.places.note(here);
        self.ops.push(op);
        self.live.push(self.next);
    }

    /// The op that was emitted last.
    pub(super) fn last_op(&self) -> Option<Op> {
        self.ops.last().copied()
    }

    /// Puts another op in place of the one that was emitted last.
    pub(super) fn replace_last(&mut self, op: Op) {
        self.ops.pop();
        self.live.pop();
        self.ops.push(op);
        self.live.push(self.next);
    }

    /// The pc of the next op.
    pub(super) fn here(&self) -> u32 {
        u32::try_from(self.ops.len()).expect("a function has fewer than 2³² ops")
    }

    /// Says which statement the ops from here on belong to.
    pub(super) fn place(&mut self, span: Span) {
        let here = self.here();
        self.places.begin(here, span);
    }

    /// The statement that is being lowered.
    pub(super) fn last_place(&self) -> Span {
        self.places.statement_begun()
    }

    /// The innermost loop's rounds begin here.
    pub(super) fn set_loop_head(&mut self) {
        let here = self.here();
        if let Some(innermost) = self.loops.last_mut() {
            innermost.head = here;
        }
    }

    /// Emits a jump to be aimed later; returns its index.
    pub(super) fn jump(&mut self, op: impl FnOnce(u32) -> Op) -> usize {
        self.emit(op(u32::MAX));
        self.ops.len() - 1
    }

    /// Aims a jump at the next op.
    pub(super) fn aim_here(&mut self, jump: usize) {
        let here = self.here();
        match &mut self.ops[jump] {
            Op::Jump(target)
            | Op::JumpIfFalse(target)
            | Op::JumpIfTrue(target)
            | Op::Next(_, target)
            | Op::Delegate(_, target)
            | Op::DelegateThrow(_, target)
            | Op::NextInRange(_, target)
            | Op::NextRound(_, target) => *target = here,
            other => unreachable!("{other:?} is not a jump"),
        }
    }

    /// Says that the op at `index` goes on here, behind an await, when it has done what stands between.
    pub(super) fn skip_to_here(&mut self, index: usize) {
        debug_assert!(self.ops.last() == Some(&Op::Await), "what is skipped ends with an await");
        let between = self.ops.len() - index - 1;
        if let Op::EnterAhead(skipped, ..) | Op::ExitAhead(skipped, _) = &mut self.ops[index] {
            *skipped = u8::try_from(between).expect("few ops call a method");
        }
    }

    /// A path on which `other` holds joins here.
    pub(super) fn meet(&mut self, other: Flow) {
        let flow = std::mem::take(&mut self.flow);
        self.flow = flow.meet(other);
    }

    /// From here on `slot` has a value.
    pub(super) fn bind(&mut self, slot: Slot) {
        self.flow.definite.insert(slot);
        self.flow.possible.insert(slot);
    }

    /// From here on `slot` has no value.
    pub(super) fn unbind(&mut self, slot: Slot) {
        self.flow.definite.swap_remove(&slot);
        self.flow.possible.swap_remove(&slot);
    }

    /// From here on `slot` may have no value: a `del` somewhere before may have been done.
    pub(super) fn unbind_perhaps(&mut self, slot: Slot) {
        self.flow.definite.swap_remove(&slot);
    }

    /// From here on `slot` may have a value: an inner loop's body or a handler may have set it.
    pub(super) fn bind_perhaps(&mut self, slot: Slot) {
        self.flow.possible.insert(slot);
    }

    /// Whether `slot` has a value here.
    pub(super) fn boundness(&self, slot: Slot) -> Boundness {
        self.flow.boundness(slot)
    }

    /// No path leads behind this point.
    pub(super) fn end_path(&mut self) {
        self.flow.is_dead = true;
    }
}
