//! Exceptions: their classes, and what travels up when one is raised.
//!
//! Knows nothing of how a `try` finds its handler; only which class is below which.

use crate::signatures::exceptions::BUILT_IN;
use crate::units::CodeId;

pub use crate::signatures::exceptions::ClassId;

use super::heap::Table;
use super::value::Value;

/// An exception on its way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised(pub Value);

/// An exception not yet made: what code that only reads the heap says instead of raising.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its class.
    pub class: ClassId,
    /// Its message.
    pub message: String,
}

/// What code that only reads the heap returns.
pub type Attempt<T> = Result<T, Problem>;

impl Problem {
    /// A problem of this class.
    pub fn new(class: ClassId, message: impl Into<String>) -> Self {
        Self { class, message: message.into() }
    }

    /// What CPython does and the simulator does not.
    pub fn unsupported(message: impl Into<String>) -> Self {
        Self::new(ClassId::UNSUPPORTED, message)
    }
}

/// An exception.
#[derive(Clone, Debug)]
pub struct ExceptionObject {
    /// Its class.
    pub class: ClassId,
    /// `e.args`
    pub args: Vec<Value>,
    /// `e.__cause__`
    pub cause: Option<Value>,
    /// `e.__context__`
    pub context: Option<Value>,
    /// `e.__suppress_context__`
    pub suppress_context: bool,
    /// `e.__notes__`: strings.
    pub notes: Vec<Value>,
    /// Where it passed on its way up: code and place, innermost first.
    pub frames: Vec<(CodeId, u32)>,
    /// Whether a script took its traceback away: the next frame begins a new one.
    pub has_lost_traceback: bool,
    /// What variables of activations held that it left, as far as it matters when that is freed.
    pub held: Vec<Value>,
    /// Attributes of its own that a script set.
    pub fields: Option<Box<Table<Value>>>,
}

/// A row of the tree of classes.
#[derive(Clone, Debug)]
struct Class {
    name: Box<str>,
    /// Its name with what it stands in; empty when that is nothing.
    qualified: Box<str>,
    /// As its repr names it: `builtins` is left out there.
    module: &'static str,
    base: Option<ClassId>,
    /// What the script's class holds.
    attributes: Table<Value>,
}

/// The tree of exception classes: CPython's, asyncio's, and what the script adds.
#[derive(Clone, Debug)]
pub struct ClassTree {
    classes: Vec<Class>,
    plain: Option<ClassId>,
}

impl Default for ClassTree {
    fn default() -> Self {
        let row = |&(name, module, base): &(&str, &'static str, _)| Class {
            name: name.into(),
            qualified: "".into(),
            module,
            base,
            attributes: Table::default(),
        };
        Self { classes: BUILT_IN.iter().map(row).collect(), plain: None }
    }
}

impl ClassTree {
    /// Adds a class of the script.
    ///
    /// # Panics
    /// When there are more than 2³² classes.
    pub fn define(&mut self, name: &str, base: Option<ClassId>) -> ClassId {
        let (name, qualified) = (name.into(), "".into());
        self.classes.push(Class { name, qualified, module: "__main__", base, attributes: Table::default() });
        ClassId(u32::try_from(self.classes.len() - 1).expect("classes are few"))
    }

    /// Whether there are classes that the script or the library in Python added.
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.classes.len() > BUILT_IN.len()
    }

    /// The class of what `object()` makes.
    pub fn plain(&mut self) -> ClassId {
        if let Some(class) = self.plain {
            return class;
        }
        let class = self.define("object", None);
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
        let mut at = Some(class);
        while let Some(current) = at {
            if current == ancestor || (current == ClassId::EXCEPTION_GROUP && ancestor == ClassId::BASE_EXCEPTION_GROUP)
            {
                return true;
            }
            at = self.base(current);
        }
        false
    }

    /// Whether exceptions of this class hold others.
    #[must_use]
    pub fn is_group(&self, class: ClassId) -> bool {
        self.is_subclass(class, ClassId::BASE_EXCEPTION_GROUP)
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
}
