//! The tree of classes: CPython's exceptions, asyncio's, and what the script adds.

use indexmap::IndexMap;

use crate::signatures::asyncio::Function;
use crate::signatures::exceptions::{BUILT_IN, ClassId};

use super::heap::Table;
use super::value::Value;

/// A row of the tree of classes.
#[derive(Clone, Debug)]
struct Class {
    name: Box<str>,
    /// Its name with what it stands in; empty when that is nothing.
    qualified: Box<str>,
    /// As its repr names it: `builtins` is left out there.
    module: &'static str,
    base: Option<ClassId>,
    /// Those that it was written below, where that are several.
    bases: Box<[ClassId]>,
    /// It and all above it, in the order in which attributes are looked for, where that is no plain line of bases.
    order: Box<[ClassId]>,
    /// What the script's class holds.
    attributes: Table<Value>,
    /// Whether it says which attributes its objects have: `__slots__`.
    has_slots: bool,
}

/// The tree of exception classes: CPython's, asyncio's, and what the script adds.
#[derive(Clone, Debug)]
pub struct ClassTree {
    classes: Vec<Class>,
    plain: Option<ClassId>,
    /// asyncio's classes below which the script has some.
    natives: IndexMap<Function, ClassId>,
    /// Whether one has a `__getattribute__`.
    asks_first: bool,
}

impl Default for ClassTree {
    fn default() -> Self {
        let row = |&(name, module, base): &(&str, &'static str, _)| Class {
            name: name.into(),
            qualified: "".into(),
            module,
            base,
            bases: Box::default(),
            order: Box::default(),
            attributes: Table::default(),
            has_slots: false,
        };
        Self { classes: BUILT_IN.iter().map(row).collect(), plain: None, natives: IndexMap::new(), asks_first: false }
    }
}

impl ClassTree {
    /// Adds a class of the script.
    ///
    /// # Panics
    /// When there are more than 2³² classes.
    pub fn define(&mut self, name: &str, base: Option<ClassId>) -> ClassId {
        let class = ClassId(u32::try_from(self.classes.len()).expect("classes are few"));
        let above = base.map(|base| &self.classes[base.0 as usize].order);
        let order = match above {
            Some(above) if !above.is_empty() => std::iter::once(class).chain(above.iter().copied()).collect(),
            _ => Box::default(),
        };
        let (name, qualified) = (name.into(), "".into());
        self.classes.push(Class {
            name,
            qualified,
            module: "__main__",
            base,
            bases: Box::default(),
            order,
            attributes: Table::default(),
            has_slots: false,
        });
        class
    }

    /// Adds a class below several others; `None` where their orders contradict one another.
    pub fn define_below(&mut self, name: &str, bases: &[ClassId]) -> Option<ClassId> {
        let mut lines: Vec<Vec<ClassId>> = bases.iter().map(|base| self.order(*base).collect()).collect();
        lines.push(bases.to_vec());
        let above = merged(lines)?;
        let class = self.define(name, bases.first().copied());
        self.classes[class.0 as usize].bases = bases.into();
        self.classes[class.0 as usize].order = std::iter::once(class).chain(above).collect();
        Some(class)
    }

    /// The classes that a class was written below.
    #[must_use]
    pub fn bases(&self, class: ClassId) -> Vec<ClassId> {
        let row = &self.classes[class.0 as usize];
        if row.bases.is_empty() { row.base.into_iter().collect() } else { row.bases.to_vec() }
    }

    /// The classes that were written below a class.
    pub fn below(&self, class: ClassId) -> impl Iterator<Item = ClassId> + '_ {
        (0..self.classes.len() as u32).map(ClassId).filter(move |below| self.bases(*below).contains(&class))
    }

    /// A class and all above it, in the order in which attributes are looked for.
    pub fn order(&self, class: ClassId) -> impl Iterator<Item = ClassId> + '_ {
        let order = &self.classes[class.0 as usize].order;
        let plain = if order.is_empty() { Some(class) } else { None };
        order.iter().copied().chain(std::iter::successors(plain, |class| self.base(*class)))
    }

    /// Whether there are classes that the script or the library in Python added.
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.classes.len() > BUILT_IN.len()
    }

    /// A class of asyncio, as one that others can be below: `Task` is below `Future`.
    pub fn native(&mut self, function: Function) -> ClassId {
        if let Some(class) = self.natives.get(&function) {
            return *class;
        }
        let base = (function == Function::NewTask).then(|| self.native(Function::NewFuture));
        let class = self.define(function.name(), base);
        self.natives.insert(function, class);
        class
    }

    /// The class of asyncio that a class is, if it is one.
    #[must_use]
    pub fn as_native(&self, class: ClassId) -> Option<Function> {
        self.natives.iter().find(|(_, native)| **native == class).map(|(function, _)| *function)
    }

    /// The first class of asyncio's above a class.
    #[must_use]
    pub fn native_above(&self, class: ClassId) -> Option<Function> {
        if self.natives.is_empty() {
            return None;
        }
        self.order(class).find_map(|above| self.as_native(above))
    }

    /// The class of what `object()` makes.
    pub fn plain(&mut self) -> ClassId {
        if let Some(class) = self.plain {
            return class;
        }
        let class = self.define("object", None);
        self.settle(class, "builtins");
        self.plain = Some(class);
        class
    }

    /// What a class holds of its own.
    #[must_use]
    pub fn attributes(&self, class: ClassId) -> &Table<Value> {
        &self.classes[class.0 as usize].attributes
    }

    /// The same, to be changed.
    pub fn attributes_mut(&mut self, class: ClassId) -> &mut Table<Value> {
        &mut self.classes[class.0 as usize].attributes
    }

    /// A class says which attributes its objects have.
    pub fn note_slots(&mut self, class: ClassId) {
        self.classes[class.0 as usize].has_slots = true;
    }

    /// A class is asked for every attribute of its objects.
    pub fn note_asked_first(&mut self) {
        self.asks_first = true;
    }

    /// Whether any class is asked for every attribute of its objects.
    #[must_use]
    pub fn asks_first(&self) -> bool {
        self.asks_first
    }

    /// Whether objects of a class have no attributes but those that it and all above it name.
    #[must_use]
    pub fn is_closed(&self, class: ClassId) -> bool {
        self.order(class).all(|class| self.classes[class.0 as usize].has_slots)
    }

    /// Every value that a class holds, with its name.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        self.classes.iter().flat_map(|class| class.attributes.iter().flat_map(|(key, held)| [key, held])).collect()
    }

    /// `C.__qualname__`
    #[must_use]
    pub fn qualified(&self, class: ClassId) -> &str {
        let class = &self.classes[class.0 as usize];
        if class.qualified.is_empty() { &class.name } else { &class.qualified }
    }

    /// `C.__name__ = name`, or of `__qualname__`
    pub fn rename(&mut self, class: ClassId, name: Option<&str>, qualified: Option<&str>) {
        let class = &mut self.classes[class.0 as usize];
        if let Some(name) = name {
            class.name = name.into();
        }
        if let Some(qualified) = qualified {
            class.qualified = qualified.into();
        }
    }

    /// `C.__name__`
    #[must_use]
    pub fn name(&self, class: ClassId) -> &str {
        &self.classes[class.0 as usize].name
    }

    /// `C.__module__`
    #[must_use]
    pub fn module(&self, class: ClassId) -> &'static str {
        self.classes[class.0 as usize].module
    }

    /// `C.__module__ = module`
    pub fn settle(&mut self, class: ClassId, module: &'static str) {
        self.classes[class.0 as usize].module = module;
    }

    /// The class above.
    ///
    /// `ExceptionGroup` has a second one, which [`is_subclass`](Self::is_subclass) knows.
    #[must_use]
    pub fn base(&self, class: ClassId) -> Option<ClassId> {
        self.classes[class.0 as usize].base
    }

    /// Whether `class` is `ancestor` or below it.
    #[must_use]
    pub fn is_subclass(&self, class: ClassId, ancestor: ClassId) -> bool {
        self.order(class).any(|above| {
            above == ancestor || above == ClassId::EXCEPTION_GROUP && ancestor == ClassId::BASE_EXCEPTION_GROUP
        })
    }

    /// Whether exceptions of this class hold others.
    #[must_use]
    pub fn is_group(&self, class: ClassId) -> bool {
        self.is_subclass(class, ClassId::BASE_EXCEPTION_GROUP)
    }
}

/// The orders of the classes above, merged so that each stays as it is (`typeobject.c`, `mro_implementation`).
fn merged(mut lines: Vec<Vec<ClassId>>) -> Option<Vec<ClassId>> {
    let mut order = Vec::new();
    loop {
        lines.retain(|line| !line.is_empty());
        if lines.is_empty() {
            return Some(order);
        }
        let is_free = |class: ClassId| !lines.iter().any(|line| line[1..].contains(&class));
        let next = lines.iter().map(|line| line[0]).find(|class| is_free(*class))?;
        order.push(next);
        lines.iter_mut().for_each(|line| line.retain(|class| *class != next));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_cpythons() {
        let mut tree = ClassTree::default();
        let burnt = tree.define("BurntError", Some(ClassId::VALUE_ERROR));
        for (class, ancestor, holds) in [
            (burnt, ClassId::EXCEPTION, true),
            (ClassId::CANCELLED_ERROR, ClassId::EXCEPTION, false),
            (ClassId::TIMEOUT_ERROR, ClassId::OS_ERROR, true),
            (ClassId::EXCEPTION_GROUP, ClassId::BASE_EXCEPTION_GROUP, true),
            (ClassId::EXCEPTION_GROUP, ClassId::EXCEPTION, true),
            (ClassId::UNSUPPORTED, ClassId::BASE_EXCEPTION, false),
        ] {
            assert_eq!(tree.is_subclass(class, ancestor), holds, "{} below {}", tree.name(class), tree.name(ancestor));
        }
        assert_eq!(ClassId::find("asyncio", "CancelledError"), Some(ClassId::CANCELLED_ERROR));
        assert_eq!(ClassId::find("builtins", "Unsupported"), None);
    }

    #[test]
    fn several_bases_are_merged() {
        let mut tree = ClassTree::default();
        let base = tree.define("Base", None);
        let mixin = tree.define("Mixin", None);
        let left = tree.define("Left", Some(base));
        let both = tree.define_below("Both", &[mixin, left]).expect("an order");
        assert_eq!(tree.order(both).collect::<Vec<_>>(), [both, mixin, left, base]);
        let below = tree.define("Below", Some(both));
        assert_eq!(tree.order(below).collect::<Vec<_>>(), [below, both, mixin, left, base]);
        assert!(tree.is_subclass(below, mixin) && !tree.is_subclass(left, mixin));
        assert_eq!(tree.define_below("Wrong", &[base, left]), None, "what is above cannot come first");
    }
}
