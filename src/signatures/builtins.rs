//! The built-in types and functions, `math` and `random`: their names and parameters.
//!
//! A name of a module is written with it: `math.floor`. `print` and what belongs to the clock are the engine's.

use super::{LibraryParameters, optional, optional_keyword, optional_positional, ordinary, positional, variadic};

macro_rules! function_tables {
    ($($(#[$doc:meta])* $table:ident { $($variant:ident $name:literal ($($parameter:expr),*);)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $table {
            $(
                #[doc = concat!("`", $name, "`")]
                $variant,
            )*
        }

        super::signature_table!($table { $($variant $name ($($parameter),*);)* });
    )*};
}

function_tables! {
    /// The built-in types and that of `random`, called to make a value.
    BuiltinType {
        Bool "bool" (optional_positional("object"));
        ClassMethod "classmethod" (positional("function"));
        Dict "dict" (optional_positional("iterable"));
        Enumerate "enumerate" (ordinary("iterable"), optional("start"));
        Filter "filter" (positional("function"), positional("iterable"));
        Float "float" (optional_positional("x"));
        FrozenSet "frozenset" (optional_positional("iterable"));
        Int "int" (optional_positional("x"), optional("base"));
        List "list" (optional_positional("iterable"));
        Map "map" (positional("function"), positional("iterable"), variadic("iterables"));
        NoneType "NoneType" ();
        Object "object" ();
        Random "random.Random" (optional("x"));
        Property "property" (optional("fget"), optional("fset"), optional("fdel"), optional("doc"));
        Range "range" (positional("start"), optional_positional("stop"), optional_positional("step"));
        Reversed "reversed" (positional("sequence"));
        Set "set" (optional_positional("iterable"));
        Slice "slice" (positional("start"), optional_positional("stop"), optional_positional("step"));
        StaticMethod "staticmethod" (positional("function"));
        Str "str" (optional("object"), optional("encoding"), optional("errors"));
        Tuple "tuple" (optional_positional("iterable"));
        Type "type" (positional("object"), optional_positional("bases"), optional_positional("dict"));
        Zip "zip" (variadic("iterables"), optional_keyword("strict"));
        AsyncGenerator "async_generator" ();
        BuiltinMethod "builtin_function_or_method" ();
        AsyncGeneratorSend "async_generator_asend" ();
        AsyncGeneratorThrow "async_generator_athrow" ();
        Coroutine "coroutine" ();
        CoroutineWrapper "coroutine_wrapper" ();
        DictItems "dict_items" ();
        DictKeys "dict_keys" ();
        DictValues "dict_values" ();
        Function "function" ();
        Generator "generator" ();
        Method "method" (positional("function"), positional("instance"));
        NotImplementedType "NotImplementedType" ();
        Traceback "traceback" ();
        ListIterator "list_iterator" ();
        TupleIterator "tuple_iterator" ();
        StrIterator "str_ascii_iterator" ();
        RangeIterator "range_iterator" ();
        SetIterator "set_iterator" ();
        DictKeyIterator "dict_keyiterator" ();
    }

    /// The built-in functions.
    BuiltinFunction {
        Abs "abs" (positional("x"));
        All "all" (positional("iterable"));
        Any "any" (positional("iterable"));
        Ascii "ascii" (positional("obj"));
        Bin "bin" (positional("number"));
        Callable "callable" (positional("obj"));
        Chr "chr" (positional("i"));
        DelAttr "delattr" (positional("obj"), positional("name"));
        DivMod "divmod" (positional("x"), positional("y"));
        Format "format" (positional("value"), optional_positional("format_spec"));
        GetAttr "getattr" (positional("object"), positional("name"), optional_positional("default"));
        HasAttr "hasattr" (positional("obj"), positional("name"));
        Hash "hash" (positional("obj"));
        Hex "hex" (positional("number"));
        Id "id" (positional("obj"));
        IsInstance "isinstance" (positional("obj"), positional("class_or_tuple"));
        IsSubclass "issubclass" (positional("cls"), positional("class_or_tuple"));
        Iter "iter" (positional("object"), optional_positional("sentinel"));
        Len "len" (positional("obj"));
        Max "max" (positional("iterable"), variadic("args"), optional_keyword("key"), optional_keyword("default"));
        Min "min" (positional("iterable"), variadic("args"), optional_keyword("key"), optional_keyword("default"));
        Next "next" (positional("iterator"), optional_positional("default"));
        Oct "oct" (positional("number"));
        Ord "ord" (positional("c"));
        Pow "pow" (ordinary("base"), ordinary("exp"), optional("mod"));
        Repr "repr" (positional("obj"));
        Round "round" (ordinary("number"), optional("ndigits"));
        SetAttr "setattr" (positional("obj"), positional("name"), positional("value"));
        Sorted "sorted" (positional("iterable"), optional_keyword("key"), optional_keyword("reverse"));
        Sum "sum" (positional("iterable"), optional("start"));
        Vars "vars" (positional("object"));
    }

    /// The functions of `math`.
    MathFunction {
        ACos "math.acos" (positional("x"));
        ACosH "math.acosh" (positional("x"));
        ASin "math.asin" (positional("x"));
        ASinH "math.asinh" (positional("x"));
        ATan "math.atan" (positional("x"));
        ATan2 "math.atan2" (positional("y"), positional("x"));
        ATanH "math.atanh" (positional("x"));
        Cbrt "math.cbrt" (positional("x"));
        Ceil "math.ceil" (positional("x"));
        Comb "math.comb" (positional("n"), positional("k"));
        CopySign "math.copysign" (positional("x"), positional("y"));
        Cos "math.cos" (positional("x"));
        CosH "math.cosh" (positional("x"));
        Degrees "math.degrees" (positional("x"));
        Dist "math.dist" (positional("p"), positional("q"));
        Erf "math.erf" (positional("x"));
        ErfC "math.erfc" (positional("x"));
        Exp "math.exp" (positional("x"));
        Exp2 "math.exp2" (positional("x"));
        Expm1 "math.expm1" (positional("x"));
        FAbs "math.fabs" (positional("x"));
        Factorial "math.factorial" (positional("n"));
        Floor "math.floor" (positional("x"));
        FMod "math.fmod" (positional("x"), positional("y"));
        FrExp "math.frexp" (positional("x"));
        FSum "math.fsum" (positional("seq"));
        Gamma "math.gamma" (positional("x"));
        Gcd "math.gcd" (variadic("integers"));
        Hypot "math.hypot" (variadic("coordinates"));
        IsClose "math.isclose" (ordinary("a"), ordinary("b"), optional_keyword("rel_tol"), optional_keyword("abs_tol"));
        IsFinite "math.isfinite" (positional("x"));
        IsInf "math.isinf" (positional("x"));
        IsNan "math.isnan" (positional("x"));
        ISqrt "math.isqrt" (positional("n"));
        Lcm "math.lcm" (variadic("integers"));
        LdExp "math.ldexp" (positional("x"), positional("i"));
        LGamma "math.lgamma" (positional("x"));
        Log "math.log" (positional("x"), optional_positional("base"));
        Log10 "math.log10" (positional("x"));
        Log1p "math.log1p" (positional("x"));
        Log2 "math.log2" (positional("x"));
        Modf "math.modf" (positional("x"));
        NextAfter "math.nextafter" (positional("x"), positional("y"), optional_keyword("steps"));
        Perm "math.perm" (positional("n"), optional_positional("k"));
        Pow "math.pow" (positional("x"), positional("y"));
        Prod "math.prod" (positional("iterable"), optional_keyword("start"));
        Radians "math.radians" (positional("x"));
        Remainder "math.remainder" (positional("x"), positional("y"));
        Sin "math.sin" (positional("x"));
        SinH "math.sinh" (positional("x"));
        Sqrt "math.sqrt" (positional("x"));
        Tan "math.tan" (positional("x"));
        TanH "math.tanh" (positional("x"));
        Trunc "math.trunc" (positional("x"));
        Ulp "math.ulp" (positional("x"));
    }

    /// The functions of `random`: methods of a generator that all share.
    RandomFunction {
        BetaVariate "random.betavariate" (ordinary("alpha"), ordinary("beta"));
        BinomialVariate "random.binomialvariate" (optional("n"), optional("p"));
        Choice "random.choice" (ordinary("seq"));
        Choices "random.choices"
            (ordinary("population"), optional("weights"), optional_keyword("cum_weights"), optional_keyword("k"));
        ExpoVariate "random.expovariate" (optional("lambd"));
        GammaVariate "random.gammavariate" (ordinary("alpha"), ordinary("beta"));
        Gauss "random.gauss" (optional("mu"), optional("sigma"));
        GetRandBits "random.getrandbits" (positional("k"));
        GetState "random.getstate" ();
        LogNormVariate "random.lognormvariate" (ordinary("mu"), ordinary("sigma"));
        NormalVariate "random.normalvariate" (optional("mu"), optional("sigma"));
        ParetoVariate "random.paretovariate" (ordinary("alpha"));
        RandInt "random.randint" (ordinary("a"), ordinary("b"));
        Random "random.random" ();
        RandRange "random.randrange" (ordinary("start"), optional("stop"), optional("step"));
        Sample "random.sample" (ordinary("population"), ordinary("k"), optional_keyword("counts"));
        Seed "random.seed" (optional("a"), optional("version"));
        SetState "random.setstate" (ordinary("state"));
        Shuffle "random.shuffle" (ordinary("x"));
        Triangular "random.triangular" (optional("low"), optional("high"), optional("mode"));
        Uniform "random.uniform" (ordinary("a"), ordinary("b"));
        VonMisesVariate "random.vonmisesvariate" (ordinary("mu"), ordinary("kappa"));
        WeibullVariate "random.weibullvariate" (ordinary("alpha"), ordinary("beta"));
    }
}

impl RandomFunction {
    /// Whether CPython has it in C.
    #[must_use]
    pub const fn is_of_c(self) -> bool {
        matches!(self, Self::Random | Self::GetRandBits)
    }
}

/// The numbers of `math`, by their written names.
pub const MATH_CONSTANTS: &[(&str, f64)] = &[
    ("math.e", std::f64::consts::E),
    ("math.inf", f64::INFINITY),
    ("math.nan", f64::NAN),
    ("math.pi", std::f64::consts::PI),
    ("math.tau", std::f64::consts::TAU),
];

/// A type or function of the builtins, of `math` or of `random`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Builtin {
    /// A type.
    Type(BuiltinType),
    /// A function.
    Function(BuiltinFunction),
    /// A function of `math`.
    Math(MathFunction),
    /// A function of `random`.
    Random(RandomFunction),
}

/// Numbers of [`Builtin`] below this are types; then come functions.
const FUNCTIONS_FROM: usize = BuiltinType::ALL.len();

/// Numbers from here on are functions of `math`.
const MATH_FROM: usize = FUNCTIONS_FROM + BuiltinFunction::ALL.len();

/// Numbers from here on are functions of `random`.
const RANDOM_FROM: usize = MATH_FROM + MathFunction::ALL.len();

impl Builtin {
    /// Its number, as a value holds it.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::Type(kind) => kind as u64,
            Self::Function(function) => FUNCTIONS_FROM as u64 + function as u64,
            Self::Math(function) => MATH_FROM as u64 + function as u64,
            Self::Random(function) => RANDOM_FROM as u64 + function as u64,
        }
    }

    /// The one with this number.
    ///
    /// # Panics
    /// When there is none: numbers come from [`number`](Self::number) alone.
    #[must_use]
    pub const fn from_number(number: u64) -> Self {
        let index = number as usize;
        if index < FUNCTIONS_FROM {
            Self::Type(BuiltinType::ALL[index])
        } else if index < MATH_FROM {
            Self::Function(BuiltinFunction::ALL[index - FUNCTIONS_FROM])
        } else if index < RANDOM_FROM {
            Self::Math(MathFunction::ALL[index - MATH_FROM])
        } else {
            Self::Random(RandomFunction::ALL[index - RANDOM_FROM])
        }
    }

    /// The one called `name`, written with its module: `len`, `math.floor`.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        BuiltinType::find(name)
            .filter(|kind| kind.is_known_by_name())
            .map(Self::Type)
            .or_else(|| BuiltinFunction::find(name).map(Self::Function))
            .or_else(|| MathFunction::find(name).map(Self::Math))
            .or_else(|| RandomFunction::find(name).map(Self::Random))
    }

    /// Its name as it is written, with its module.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Type(kind) => kind.name(),
            Self::Function(function) => function.name(),
            Self::Math(function) => function.name(),
            Self::Random(function) => function.name(),
        }
    }

    /// What it takes.
    #[must_use]
    pub const fn parameters(self) -> LibraryParameters {
        match self {
            Self::Type(kind) => kind.parameters(),
            Self::Function(function) => function.parameters(),
            Self::Math(function) => function.parameters(),
            Self::Random(function) => function.parameters(),
        }
    }

    /// Whether any call may name its arguments freely: `dict`.
    #[must_use]
    pub const fn takes_any_keyword(self) -> bool {
        matches!(self, Self::Type(BuiltinType::Dict))
    }

    /// All of them, types first.
    pub fn all() -> impl Iterator<Item = Self> {
        let types = BuiltinType::ALL.iter().map(|&kind| Self::Type(kind));
        let functions = BuiltinFunction::ALL.iter().map(|&function| Self::Function(function));
        let of_math = MathFunction::ALL.iter().map(|&function| Self::Math(function));
        let of_random = RandomFunction::ALL.iter().map(|&function| Self::Random(function));
        types.chain(functions).chain(of_math).chain(of_random)
    }
}

impl BuiltinType {
    /// Whether a script can name it; the others it only meets as the types of values.
    #[must_use]
    pub const fn is_known_by_name(self) -> bool {
        !matches!(
            self,
            Self::AsyncGenerator
                | Self::BuiltinMethod
                | Self::Coroutine
                | Self::DictItems
                | Self::DictKeys
                | Self::DictValues
                | Self::Function
                | Self::Generator
                | Self::Method
                | Self::NoneType
                | Self::NotImplementedType
                | Self::Traceback
                | Self::ListIterator
                | Self::TupleIterator
                | Self::StrIterator
                | Self::RangeIterator
                | Self::SetIterator
                | Self::DictKeyIterator
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_lead_back() {
        for builtin in Builtin::all() {
            assert_eq!(Builtin::from_number(builtin.number()), builtin);
            if !matches!(builtin, Builtin::Type(kind) if !kind.is_known_by_name()) {
                assert_eq!(Builtin::find(builtin.name()), Some(builtin));
            }
        }
    }
}
