//! The methods of Python's values: their names and parameters, one table per type.

use super::builtins::RandomFunction;
use super::{LibraryParameters, optional, optional_keyword, optional_positional, ordinary, positional, variadic};

macro_rules! method_tables {
    ($($(#[$doc:meta])* $table:ident $owner:literal { $($variant:ident $name:literal ($($parameter:expr),*);)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $table {
            $(
                #[doc = concat!("`", $owner, ".", $name, "`")]
                $variant,
            )*
        }

        super::signature_table!($table { $($variant $name ($($parameter),*);)* });

        impl $table {
            /// The type that has them.
            pub const OWNER: &'static str = $owner;
        }
    )*};
}

method_tables! {
    /// Methods of `property`, which decorate.
    PropertyMethod "property" {
        Getter "getter" (positional("fget"));
        Setter "setter" (positional("fset"));
        Deleter "deleter" (positional("fdel"));
    }

    /// Methods of `str`.
    StrMethod "str" {
        Capitalize "capitalize" ();
        CaseFold "casefold" ();
        Center "center" (positional("width"), optional_positional("fillchar"));
        Count "count" (positional("sub"), optional_positional("start"), optional_positional("end"));
        EndsWith "endswith" (positional("suffix"), optional_positional("start"), optional_positional("end"));
        ExpandTabs "expandtabs" (optional("tabsize"));
        Find "find" (positional("sub"), optional_positional("start"), optional_positional("end"));
        Format "format" (variadic("args"));
        FormatMap "format_map" (positional("mapping"));
        Index "index" (positional("sub"), optional_positional("start"), optional_positional("end"));
        IsAlnum "isalnum" ();
        IsAlpha "isalpha" ();
        IsAscii "isascii" ();
        IsDecimal "isdecimal" ();
        IsDigit "isdigit" ();
        IsIdentifier "isidentifier" ();
        IsLower "islower" ();
        IsNumeric "isnumeric" ();
        IsPrintable "isprintable" ();
        IsSpace "isspace" ();
        IsTitle "istitle" ();
        IsUpper "isupper" ();
        Join "join" (positional("iterable"));
        LJust "ljust" (positional("width"), optional_positional("fillchar"));
        Lower "lower" ();
        LStrip "lstrip" (optional_positional("chars"));
        MakeTrans "maketrans" (positional("x"), optional_positional("y"), optional_positional("z"));
        Partition "partition" (positional("sep"));
        RemovePrefix "removeprefix" (positional("prefix"));
        RemoveSuffix "removesuffix" (positional("suffix"));
        Replace "replace" (positional("old"), positional("new"), optional("count"));
        RFind "rfind" (positional("sub"), optional_positional("start"), optional_positional("end"));
        RIndex "rindex" (positional("sub"), optional_positional("start"), optional_positional("end"));
        RJust "rjust" (positional("width"), optional_positional("fillchar"));
        RPartition "rpartition" (positional("sep"));
        RSplit "rsplit" (optional("sep"), optional("maxsplit"));
        RStrip "rstrip" (optional_positional("chars"));
        Split "split" (optional("sep"), optional("maxsplit"));
        SplitLines "splitlines" (optional("keepends"));
        StartsWith "startswith" (positional("prefix"), optional_positional("start"), optional_positional("end"));
        Strip "strip" (optional_positional("chars"));
        SwapCase "swapcase" ();
        Title "title" ();
        Translate "translate" (positional("table"));
        Upper "upper" ();
        Encode "encode" (optional("encoding"), optional("errors"));
        ZFill "zfill" (positional("width"));
    }

    /// Methods of `list`.
    ListMethod "list" {
        Append "append" (positional("object"));
        Clear "clear" ();
        Copy "copy" ();
        Count "count" (positional("value"));
        Extend "extend" (positional("iterable"));
        Index "index" (positional("value"), optional_positional("start"), optional_positional("stop"));
        Insert "insert" (positional("index"), positional("object"));
        Pop "pop" (optional_positional("index"));
        Remove "remove" (positional("value"));
        Reverse "reverse" ();
        Sort "sort" (optional_keyword("key"), optional_keyword("reverse"));
    }

    /// Methods of `tuple`.
    TupleMethod "tuple" {
        Count "count" (positional("value"));
        Index "index" (positional("value"), optional_positional("start"), optional_positional("stop"));
    }

    /// Methods of `range`.
    RangeMethod "range" {
        Count "count" (positional("value"));
        Index "index" (positional("value"));
    }

    /// Methods of `slice`.
    SliceMethod "slice" {
        Indices "indices" (positional("length"));
    }

    /// Methods of `dict`.
    DictMethod "dict" {
        Clear "clear" ();
        Copy "copy" ();
        FromKeys "fromkeys" (positional("iterable"), optional_positional("value"));
        Get "get" (positional("key"), optional_positional("default"));
        Items "items" ();
        Keys "keys" ();
        Pop "pop" (positional("key"), optional_positional("default"));
        PopItem "popitem" ();
        SetDefault "setdefault" (positional("key"), optional_positional("default"));
        Update "update" (optional_positional("other"));
        Values "values" ();
    }

    /// Methods of `set`; those that change nothing are `frozenset`'s too.
    SetMethod "set" {
        Add "add" (positional("object"));
        Clear "clear" ();
        Copy "copy" ();
        Difference "difference" (variadic("others"));
        DifferenceUpdate "difference_update" (variadic("others"));
        Discard "discard" (positional("object"));
        Intersection "intersection" (variadic("others"));
        IntersectionUpdate "intersection_update" (variadic("others"));
        IsDisjoint "isdisjoint" (positional("other"));
        IsSubset "issubset" (positional("other"));
        IsSuperset "issuperset" (positional("other"));
        Pop "pop" ();
        Remove "remove" (positional("object"));
        SymmetricDifference "symmetric_difference" (positional("other"));
        SymmetricDifferenceUpdate "symmetric_difference_update" (positional("other"));
        Union "union" (variadic("others"));
        Update "update" (variadic("others"));
    }

    /// Methods of `int`, and so of `bool`.
    IntMethod "int" {
        AsIntegerRatio "as_integer_ratio" ();
        BitCount "bit_count" ();
        BitLength "bit_length" ();
        Conjugate "conjugate" ();
        FromBytes "from_bytes" (ordinary("bytes"), optional("byteorder"), optional_keyword("signed"));
        IsInteger "is_integer" ();
        ToBytes "to_bytes" (optional("length"), optional("byteorder"), optional_keyword("signed"));
    }

    /// Methods of `float`.
    FloatMethod "float" {
        AsIntegerRatio "as_integer_ratio" ();
        Conjugate "conjugate" ();
        FromHex "fromhex" (positional("string"));
        Hex "hex" ();
        IsInteger "is_integer" ();
    }

    /// Methods of exceptions.
    ExceptionMethod "BaseException" {
        AddNote "add_note" (positional("note"));
        WithTraceback "with_traceback" (positional("tb"));
    }

    /// Methods of exception groups.
    GroupMethod "BaseExceptionGroup" {
        Derive "derive" (positional("exceptions"));
        Split "split" (positional("condition"));
        SubGroup "subgroup" (positional("condition"));
    }
}

impl SetMethod {
    /// Whether it changes its set, so that a `frozenset` does not have it.
    #[must_use]
    pub const fn changes(self) -> bool {
        match self {
            Self::Add
            | Self::Clear
            | Self::DifferenceUpdate
            | Self::Discard
            | Self::IntersectionUpdate
            | Self::Pop
            | Self::Remove
            | Self::SymmetricDifferenceUpdate
            | Self::Update => true,
            Self::Copy
            | Self::Difference
            | Self::Intersection
            | Self::IsDisjoint
            | Self::IsSubset
            | Self::IsSuperset
            | Self::SymmetricDifference
            | Self::Union => false,
        }
    }
}

/// A method of a generator: a function of `random`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RandomMethod(pub RandomFunction);

impl RandomMethod {
    /// The type that has them.
    pub const OWNER: &'static str = "Random";

    /// What stands before the names of the functions.
    const MODULE: &'static str = "random.";

    /// The method's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name().split_at(Self::MODULE.len()).1
    }

    /// What it takes, besides its object.
    #[must_use]
    pub const fn parameters(self) -> LibraryParameters {
        self.0.parameters()
    }

    /// The method called `name`.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        RandomFunction::ALL.iter().map(|&function| Self(function)).find(|method| method.name() == name)
    }
}

macro_rules! methods {
    ($($variant:ident($table:ident))*) => {
        /// A method of one of Python's values.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Method {
            $(
                #[doc = concat!("A [`", stringify!($table), "`].")]
                $variant($table),
            )*
        }

        impl Method {
            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant(method) => method.name(),)*
                }
            }

            /// The type that has it.
            #[must_use]
            pub const fn owner(self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $table::OWNER,)*
                }
            }

            /// What it takes, besides its object.
            #[must_use]
            pub const fn parameters(self) -> LibraryParameters {
                match self {
                    $(Self::$variant(method) => method.parameters(),)*
                }
            }

            /// The methods called `name`, whatever type has them, for checks before a run.
            #[must_use]
            pub fn called(name: &str) -> Vec<Self> {
                [$($table::find(name).map(Self::$variant),)*].into_iter().flatten().collect()
            }

            /// Whether any call may name its arguments freely: `str.format` and `dict.update`.
            #[must_use]
            pub const fn takes_any_keyword(self) -> bool {
                matches!(self, Self::Str(StrMethod::Format) | Self::Dict(DictMethod::Update))
            }
        }
    };
}

methods! {
    Str(StrMethod)
    List(ListMethod)
    Tuple(TupleMethod)
    Range(RangeMethod)
    Slice(SliceMethod)
    Dict(DictMethod)
    Set(SetMethod)
    Int(IntMethod)
    Float(FloatMethod)
    Exception(ExceptionMethod)
    Group(GroupMethod)
    Random(RandomMethod)
    Property(PropertyMethod)
}
