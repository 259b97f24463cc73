//! What the names of the library take: shared by the checker, which reports wrong arguments before a run, and by the library,
//! which binds them. Knows nothing of values.

pub mod asyncio;
pub mod builtins;
pub mod exceptions;
pub mod frames;
pub mod helpers;
mod homes;
pub mod methods;

/// What every table of functions or methods has: all of its rows, and of each the name and what it takes.
macro_rules! signature_table {
    ($table:ident { $($variant:ident $name:literal ($($parameter:expr),*);)* }) => {
        impl $table {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name as it is written.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// What it takes; of a method, besides its object.
            #[must_use]
            pub const fn parameters(self) -> $crate::signatures::LibraryParameters {
                match self {
                    $(Self::$variant => const { &[$($parameter),*] },)*
                }
            }

            /// The one called `name`.
            #[must_use]
            pub fn find(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

use signature_table;

/// The attribute in which a class keeps the names of the abstract methods that it declares.
pub const ABSTRACT: &str = "__abstract__";

/// The attribute of a class that says that types may stand behind it in brackets.
pub const GENERIC: &str = "__generic__";

/// A parameter of a library function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LibraryParameter {
    /// Its name, as CPython has it.
    pub name: &'static str,
    /// How it is given.
    pub kind: LibraryParameterKind,
    /// Whether a call must give it.
    pub required: bool,
}

/// How an argument reaches a library function's parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryParameterKind {
    /// By position only.
    PositionalOnly,
    /// By position or by name.
    Ordinary,
    /// Any number of them: `*args`.
    Variadic,
    /// By name only.
    KeywordOnly,
    /// All other keywords: `**kwargs`.
    VariadicKeywords,
}

impl LibraryParameterKind {
    /// Whether it takes any number of arguments.
    #[must_use]
    pub const fn takes_several(self) -> bool {
        matches!(self, Self::Variadic | Self::VariadicKeywords)
    }
}

/// The parameters of a library function, in order.
pub type LibraryParameters = &'static [LibraryParameter];

/// `name`, by position only.
#[must_use]
pub const fn positional(name: &'static str) -> LibraryParameter {
    LibraryParameter { name, kind: LibraryParameterKind::PositionalOnly, required: true }
}

/// `name=…`, by position only, may be left out.
#[must_use]
pub const fn optional_positional(name: &'static str) -> LibraryParameter {
    LibraryParameter { name, kind: LibraryParameterKind::PositionalOnly, required: false }
}

/// `name`, by position or name.
#[must_use]
pub const fn ordinary(name: &'static str) -> LibraryParameter {
    LibraryParameter { name, kind: LibraryParameterKind::Ordinary, required: true }
}

/// `name=…`, by position or name, may be left out.
#[must_use]
pub const fn optional(name: &'static str) -> LibraryParameter {
    LibraryParameter { name, kind: LibraryParameterKind::Ordinary, required: false }
}

/// `*name`
#[must_use]
pub const fn variadic(name: &'static str) -> LibraryParameter {
    LibraryParameter { name, kind: LibraryParameterKind::Variadic, required: false }
}

/// `*, name=…`, may be left out.
#[must_use]
pub const fn optional_keyword(name: &'static str) -> LibraryParameter {
    LibraryParameter { name, kind: LibraryParameterKind::KeywordOnly, required: false }
}

/// `**name`
#[must_use]
pub const fn variadic_keywords(name: &'static str) -> LibraryParameter {
    LibraryParameter { name, kind: LibraryParameterKind::VariadicKeywords, required: false }
}

/// The names of `typing` that a program can hand around as values, besides those that are something of their own.
pub const FORMS_OF_TYPING: &str = "
    Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable Callable ClassVar Collection Concatenate Container
    ContextManager Coroutine Final Generator Generic Hashable Iterable Iterator Literal LiteralString Mapping MutableMapping MutableSequence
    MutableSet Never NoReturn NotRequired Optional ParamSpec Protocol Required Reversible Self Sequence Sized TypeAlias TypeGuard
    TypeIs TypeVar TypeVarTuple Union Unpack final no_type_check overload override
";

/// What `from module import *` binds of a module that is good for annotations.
#[must_use]
pub fn star_of_types(module: &str) -> Option<Vec<&'static str>> {
    let (first, more) = match module {
        "abc" => ("ABC ABCMeta abstractmethod", ""),
        "collections.abc" => (
            "
            AsyncGenerator AsyncIterable AsyncIterator Awaitable Callable Collection Container Coroutine Generator Hashable ItemsView
            Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized
            ValuesView
            ",
            "",
        ),
        "types" => (
            "
            AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CodeType CoroutineType FrameType FunctionType GeneratorType
            GenericAlias LambdaType MappingProxyType MethodType NoneType SimpleNamespace coroutine
            ",
            "",
        ),
        "typing" => (
            FORMS_OF_TYPING,
            "
            Dict FrozenSet List NamedTuple NewType Set TYPE_CHECKING Text Tuple Type TypedDict assert_never assert_type cast
            dataclass_transform get_args get_origin get_type_hints runtime_checkable
            ",
        ),
        _ => return None,
    };
    let is_in_all_versions = |name: &&str| !matches!(*name, "TypeIs" | "override");
    Some(first.split_whitespace().chain(more.split_whitespace()).filter(is_in_all_versions).collect())
}
