//! `class`: its body is done in the frame it stands in, with names of its own, which become the class's attributes.

use crate::diag::catalog;
use crate::program::code::{CallShape, ClassTemplate, Constant, Op, Slot};
use crate::program::library::{Item, find_builtin};
use crate::program::scope::Bindings;
use crate::script::{Class, Expression, ExpressionKind, StatementKind};
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::signatures::{ABSTRACT, GENERIC};
use crate::units::OrderedMap;

use super::resolve::OnlyImported;
use super::{Lowering, Place};

/// The variable in which methods find their class, for `super()`.
pub(super) const CLASS_CELL: &str = "__class__";

/// What keeps the names of a class that have annotations, for `dataclass`.
pub(super) const ANNOTATIONS: &str = "__annotations__";

/// What stands for `concurrent.futures.Future` above a class of the script.
const DERIVED_JOB: &str = "concurrent.futures.derived.Future";

impl<'a> Lowering<'a> {
    /// Lowers a class: acc = the class.
    pub(super) fn class(&mut self, class: &'a Class) {
        let mark = self.frame().mark();
        let decorators = self.decorators(&class.decorators);
        let bound = Bindings::of_block(&class.body);
        let mut names = bound.locals;
        names.extend(bound.imports.keys().copied());
        let base = self.temporary();
        let attributes: Vec<Slot> = names.iter().map(|_| self.temporary()).collect();
        let annotations = self.temporary();
        self.base(class, base);
        let unbound = self.constant(Constant::Unbound);
        attributes.iter().for_each(|slot| self.emit(Op::StoreConstant(*slot, unbound)));
        self.frame().open_scope(std::iter::once((CLASS_CELL, true)));
        if let Some(cell) = self.frame().own_symbol(CLASS_CELL) {
            self.emit(Op::StoreConstant(cell.slot, unbound));
            self.emit(Op::MakeShared(cell.slot));
        }
        self.frame().open_class(&class.name.name, names.iter().copied().zip(attributes));
        let from = self.frame().here();
        self.block(&class.body);
        self.frame().close_scope();
        self.leave_body(class, from);
        self.annotations(class, annotations);
        let mut attributes: Vec<_> = names.iter().map(|name| self.names.intern(name)).collect();
        attributes.push(self.names.intern(ANNOTATIONS));
        let name = self.names.intern(&class.name.name);
        let qualified = self.frame().qualified(&class.name.name);
        let qualified = self.names.intern(&qualified);
        self.classes.push(ClassTemplate { name, qualified, module: self.home, attributes });
        let template = u16::try_from(self.classes.len() - 1).unwrap_or(u16::MAX);
        self.emit(Op::DefineClass(base, template));
        if self.tells_names {
            self.tell_names();
        }
        if !class.keywords.is_empty() {
            self.told_of_class(class);
        } else if !class.bases.is_empty() {
            self.emit(Op::ClassMade);
        }
        if let Some(cell) = self.frame().own_symbol(CLASS_CELL) {
            self.emit(Op::StoreShared(cell.slot));
        }
        self.frame().close_scope();
        self.document(&class.body);
        self.abstract_methods(class);
        if class.bases.iter().any(|base| matches!(base.kind, ExpressionKind::Subscript(..)) && self.says_nothing(base))
        {
            // Types may stand behind it in brackets.
            let generic = self.constant(Constant::Bool(true));
            self.note(GENERIC, generic);
        }
        self.decorate(&decorators);
        self.frame().release(mark);
    }

    /// slot = the base, a tuple of several, without a value where there is none
    fn base(&mut self, class: &'a Class, slot: Slot) {
        let mut bases = Vec::new();
        for base in &class.bases {
            if self.says_nothing(base) {
                continue;
            }
            let base = self.without_types(base);
            if self.is_base(base) {
                bases.push(base);
            }
        }
        let plain = bases.iter().filter(|base| self.class_below(base).is_some()).count();
        if plain > 0 && bases.iter().any(|base| self.names_enum(base)) {
            // Its members stand for their values, which are of a plain type.
            bases.retain(|base| self.class_below(base).is_none());
            self.is_mixed = true;
        }
        let unbound = self.constant(Constant::Unbound);
        match bases.as_slice() {
            [] => self.emit(Op::StoreConstant(slot, unbound)),
            [base] => self.fill_base(base, slot),
            several => {
                let mark = self.frame().mark();
                let list = self.temporary();
                let item = self.temporary();
                self.emit(Op::NewList);
                self.emit(Op::Store(list));
                for base in several {
                    self.fill_base(base, item);
                    self.emit(Op::Local(item));
                    self.emit(Op::Append(list));
                }
                self.emit(Op::Local(list));
                self.emit(Op::ListToTuple);
                self.emit(Op::Store(slot));
                self.frame().release(mark);
            }
        }
        self.is_mixed = false;
    }

    /// slot = a base; of a built-in type the class of the library that holds a value of it
    fn fill_base(&mut self, base: &'a Expression, slot: Slot) {
        let mixed = if self.is_mixed && self.names_enum(base) { self.library_global("enum.Mixed") } else { None };
        let is_job = self.library_item(base) == Some(Item::Function(Function::NewJob));
        let job = if is_job { self.library_global(DERIVED_JOB) } else { None };
        match mixed.or(job).or_else(|| self.class_below(base)) {
            Some(global) => {
                self.emit(Op::Global(global));
                self.emit(Op::Store(slot));
            }
            None => self.fill_slot(base, slot),
        }
    }

    /// Whether a base is `Enum`.
    fn names_enum(&mut self, base: &'a Expression) -> bool {
        let global = self.library_global("enum.Enum");
        let named = match &base.kind {
            ExpressionKind::Name(name) => match self.resolve(name) {
                Place::Global(global) => Some(global),
                _ => None,
            },
            ExpressionKind::Attribute(module, name) if self.module_path(module) == Some("enum") => {
                self.library_global(&format!("enum.{}", name.name))
            }
            _ => None,
        };
        global.is_some() && named == global
    }

    fn class_below(&mut self, base: &'a Expression) -> Option<u32> {
        let kind = match self.library_item(base) {
            Some(Item::Builtin(Builtin::Type(kind))) => kind,
            _ => self.type_of_typing(base)?,
        };
        let name = match kind {
            BuiltinType::Int => "BelowInt",
            BuiltinType::Float => "BelowFloat",
            BuiltinType::Str => "BelowStr",
            BuiltinType::Tuple => "BelowTuple",
            BuiltinType::List => "BelowList",
            BuiltinType::Dict => "BelowDict",
            BuiltinType::Set => "BelowSet",
            BuiltinType::FrozenSet => "BelowFrozenSet",
            _ => return None,
        };
        self.library_global(&format!("below.{name}"))
    }

    /// The built-in type that `typing` has under a name of its own.
    fn type_of_typing(&mut self, base: &'a Expression) -> Option<BuiltinType> {
        let global = match &base.kind {
            ExpressionKind::Name(name) => match self.resolve(name) {
                Place::Global(global) => global,
                _ => return None,
            },
            _ => self.global_of_types(base)?,
        };
        match self.globals[global as usize].strip_prefix("typing.")? {
            "Dict" => Some(BuiltinType::Dict),
            "List" => Some(BuiltinType::List),
            "Set" => Some(BuiltinType::Set),
            "Tuple" => Some(BuiltinType::Tuple),
            _ => None,
        }
    }

    /// What the class in acc holds is told under which name (`typeobject.c`, `type_new_set_names`).
    fn tell_names(&mut self) {
        let Some(helper) = self.library_global("helpers.tell_names") else { return };
        let mark = self.frame().mark();
        let slots = [self.temporary(), self.temporary()];
        self.emit(Op::Store(slots[1]));
        self.emit(Op::Global(helper));
        self.emit(Op::Store(slots[0]));
        self.emit(Op::Call(slots[0], 1));
        self.frame().release(mark);
    }

    /// The classes above are told of the class in acc, with its keywords.
    fn told_of_class(&mut self, class: &'a Class) {
        let Some(helper) = self.library_global("helpers.init_subclass") else { return };
        let mark = self.frame().mark();
        let first = self.temporary();
        let made = self.temporary();
        self.emit(Op::Store(made));
        self.emit(Op::Global(helper));
        self.emit(Op::Store(first));
        let slots: Vec<Slot> = class.keywords.iter().map(|_| self.temporary()).collect();
        for ((_, value), slot) in class.keywords.iter().zip(slots) {
            self.fill_slot(value, slot);
        }
        let keywords = class.keywords.iter().map(|(name, _)| self.names.intern(&name.name)).collect();
        let shape = self.shape(CallShape { positional: 1, keywords });
        self.emit(Op::CallShaped(first, shape));
        self.frame().release(mark);
    }

    /// Whether a base says more than that the class is one; reports those that no class can be below.
    fn is_base(&mut self, base: &'a Expression) -> bool {
        match self.library_item(base) {
            Some(Item::Builtin(Builtin::Type(BuiltinType::Object))) => false,
            Some(Item::Function(Function::NewTask | Function::NewFuture)) => true,
            Some(Item::Function(Function::NewJob)) if self.library_global(DERIVED_JOB).is_some() => true,
            Some(Item::Builtin(_)) if self.class_below(base).is_some() => true,
            Some(Item::Builtin(_) | Item::Function(_)) => {
                let instead = "keep one in an attribute of the class";
                self.problem(catalog::not_supported(base.span, "a class below this type", instead));
                false
            }
            _ => true,
        }
    }

    /// Notes in the class in acc which of its methods are abstract. They count below `ABC` alone.
    fn abstract_methods(&mut self, class: &'a Class) {
        let mut names = Vec::new();
        for statement in &class.body {
            let StatementKind::Function(function) = &statement.kind else { continue };
            if function.decorators.iter().any(|decorator| self.is_abstract(decorator)) {
                names.push(function.name.name.as_str());
            }
        }
        if names.is_empty() || class.bases.is_empty() {
            return;
        }
        let names = self.constant(Constant::Str(names.join(" ")));
        self.note(ABSTRACT, names);
    }

    fn is_abstract(&mut self, decorator: &'a Expression) -> bool {
        let name = match &decorator.kind {
            ExpressionKind::Name(name) => name,
            ExpressionKind::Attribute(_, name) => &name.name,
            _ => return false,
        };
        name == "abstractmethod" && self.says_nothing(decorator)
    }

    /// A class of the library or a built-in one without the types in brackets behind it: `asyncio.Queue[int]`, `dict[str, int]`.
    fn without_types(&mut self, base: &'a Expression) -> &'a Expression {
        let ExpressionKind::Subscript(class, _) = &base.kind else { return base };
        let is_of_library = match &class.kind {
            ExpressionKind::Attribute(module, _) => {
                self.module_path(module).is_some() || self.global_of_types(class).is_some()
            }
            ExpressionKind::Name(name) => {
                matches!(self.resolve(name), Place::Global(global) if self.globals[global as usize].contains('.'))
            }
            _ => false,
        };
        if is_of_library || self.class_below(class).is_some() { class } else { base }
    }

    /// Whether a base or decorator is good for type checkers alone: `Generic[T]`, `Protocol`, `ABC`.
    pub(super) fn says_nothing(&mut self, expression: &'a Expression) -> bool {
        match &expression.kind {
            ExpressionKind::Subscript(inner, _) => self.says_nothing(inner),
            ExpressionKind::Attribute(module, name) => {
                self.module_of_types(module).is_some()
                    && self.global_of_types(expression).is_none()
                    && !makes_classes(&name.name)
            }
            ExpressionKind::Name(name) => {
                !makes_classes(name) && self.resolve(name) == Place::Nothing(OnlyImported::ForAnnotations)
            }
            _ => false,
        }
    }

    /// Whether a value is one of types alone: `TypeVar("T")`, `Callable[[int], None]`.
    pub(super) fn is_type(&mut self, value: &'a Expression) -> bool {
        match &value.kind {
            ExpressionKind::Call(function, _) => {
                let name = match &function.kind {
                    ExpressionKind::Name(name) => name,
                    ExpressionKind::Attribute(_, name) => &name.name,
                    _ => return false,
                };
                let is_variable = matches!(name.as_str(), "TypeVar" | "ParamSpec") && self.stands_for_types(function);
                is_variable && self.library_global("typing.form").is_none()
            }
            ExpressionKind::Subscript(class, _) if self.joins_types(class) => false,
            ExpressionKind::Subscript(class, _) => match &class.kind {
                ExpressionKind::Attribute(..) => self.global_of_types(class).is_some() || self.says_nothing(class),
                ExpressionKind::Name(name) => match self.resolve(name) {
                    Place::Global(global) => self.globals[global as usize].starts_with("collections.abc."),
                    _ => self.says_nothing(class),
                },
                _ => self.says_nothing(value),
            },
            _ => self.says_nothing(value),
        }
    }

    /// acc = what stands for a type that is no value here: it takes others in brackets, and joins them.
    pub(super) fn stand_for_type(&mut self) {
        if self.library_global("typing.form").is_some() {
            return self.call_helper("typing.form", &["typing.Callable"]);
        }
        let none = self.constant(Constant::None);
        self.emit(Op::Constant(none));
    }

    /// Whether a name is that of `Union` or `Optional`, which `isinstance` can ask for.
    fn joins_types(&mut self, expression: &'a Expression) -> bool {
        let name = match &expression.kind {
            ExpressionKind::Name(name) => name,
            ExpressionKind::Attribute(_, name) => &name.name,
            _ => return false,
        };
        matches!(name.as_str(), "Union" | "Optional") && self.stands_for_types(expression)
    }

    /// Whether a name comes from a module that is good for annotations alone.
    fn stands_for_types(&mut self, expression: &'a Expression) -> bool {
        match &expression.kind {
            ExpressionKind::Attribute(module, _) => self.module_of_types(module).is_some(),
            ExpressionKind::Name(name) => self.resolve(name) == Place::Nothing(OnlyImported::ForAnnotations),
            _ => false,
        }
    }

    /// slot = a dict of the names with annotations, where there are some
    fn annotations(&mut self, class: &'a Class, slot: Slot) {
        let unbound = self.constant(Constant::Unbound);
        if class.annotated.is_empty() {
            self.emit(Op::StoreConstant(slot, unbound));
            return;
        }
        let mark = self.frame().mark();
        let key = self.temporary();
        self.emit(Op::NewDict);
        self.emit(Op::Store(slot));
        let names: OrderedMap<&str, &str> =
            class.annotated.iter().map(|field| (field.name.name.as_str(), field.annotation.as_str())).collect();
        for (name, annotation) in names {
            let name = self.constant(Constant::Str(name.to_owned()));
            self.emit(Op::StoreConstant(key, name));
            match find_builtin(annotation) {
                Some(item @ Item::Builtin(Builtin::Type(_))) => self.item(&item),
                _ => {
                    let text = self.constant(Constant::Str(unquoted(annotation).to_owned()));
                    self.emit(Op::Constant(text));
                }
            }
            self.emit(Op::PutInDict(slot, key));
        }
        self.frame().release(mark);
    }
}

/// Whether a name of `typing` is more than an annotation.
fn makes_classes(name: &str) -> bool {
    matches!(name, "NamedTuple" | "TypeVar")
}

/// What an annotation says that is a text itself.
fn unquoted(annotation: &str) -> &str {
    let inside = |quote: char| annotation.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    let text = |quote| inside(quote).filter(|text| !text.contains([quote, '\\']));
    text('"').or_else(|| text('\'')).unwrap_or(annotation)
}
