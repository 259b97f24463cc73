//! Arguments bound to the parameters of a function of the library, with CPython's words for what does not fit: those of a
//! function in Python (`ceval.c`), or those of one in C (`getargs.c`, `methodobject.c`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::suggest;
use crate::kernel::value::TIMER_HANDLE;
use crate::kernel::{Value, operate};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::{Function, Owner};
use crate::signatures::{LibraryParameter, LibraryParameterKind};
use crate::trace::Sink;
use crate::units::ThingKind;

use super::Engine;
use super::bind::{listed, plural, takes};
use super::call::Given;

/// How a function of the library is made, and so what it says to arguments that do not fit.
enum Made {
    /// In Python, called so.
    Python(String),
    /// In C, without parameters.
    Without(String),
    /// The same, where it learns which class it is called for.
    Deaf(&'static str),
    /// In C, with one parameter by position.
    One(String),
    /// In C, with so many parameters by position, at least and at most.
    Between(&'static str, usize, usize),
    /// In C, with parameters that have names.
    Clinic(&'static str),
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// One value a parameter, a list for a variadic one, `Unbound` for what was left out.
    pub(super) fn bind_library(&mut self, function: Function, given: Given) -> Result<Vec<Value>, Raised> {
        let version = self.program.settings.python;
        let parameters = function.parameters();
        if let Some(message) = self.misfit(function, &given) {
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        }
        let mut values = vec![Value::Unbound; parameters.len()];
        let mut positional = given.positional.into_iter();
        for (parameter, value) in parameters.iter().zip(&mut values) {
            match parameter.kind {
                LibraryParameterKind::PositionalOnly | LibraryParameterKind::Ordinary => {
                    *value = positional.next().unwrap_or(Value::Unbound);
                }
                LibraryParameterKind::Variadic => {
                    let rest = positional.by_ref().collect();
                    *value = self.vm.heap.list(rest);
                }
                LibraryParameterKind::KeywordOnly | LibraryParameterKind::VariadicKeywords => {}
            }
        }
        for (keyword, value) in given.keywords {
            if let Some(index) = named(function, version, &keyword) {
                values[index] = value;
                continue;
            }
            let rest = parameters.iter().position(|each| each.kind == LibraryParameterKind::VariadicKeywords);
            // Up to 3.12 a method in C that takes nothing may overhear a keyword.
            let Some(rest) = rest else { continue };
            if values[rest] == Value::Unbound {
                values[rest] = self.vm.heap.dict();
            }
            let key = self.vm.heap.string_from(keyword);
            operate::set_item(&mut self.vm.heap, values[rest], key, value)?;
        }
        Ok(values)
    }

    /// What CPython says where the arguments of a call do not fit.
    fn misfit(&self, function: Function, given: &Given) -> Option<String> {
        let version = self.program.settings.python;
        let is_new = version >= PythonVersion::V3_13;
        // A class is called without the object that its `__init__` gets, a method in C does not count its own.
        let shape = Shape { function, version, given };
        match self.made(function, given.positional.first().copied()) {
            Made::Python(name) => shape.of_python(&name, is_new),
            Made::Without(name) => shape.of_c_without(&name),
            Made::Deaf(name) => {
                let is_heard = shape.count() > 0 || is_new && !given.keywords.is_empty();
                is_heard.then(|| format!("{name}() takes no arguments"))
            }
            Made::One(name) => shape.of_c_with_one(&name),
            Made::Between(name, least, most) => shape.of_c_between(name, least, most),
            Made::Clinic(name) => shape.of_clinic(name, is_new),
        }
    }

    fn made(&self, function: Function, receiver: Option<Value>) -> Made {
        let since_12 = self.is_since(PythonVersion::V3_12);
        match function {
            Function::CurrentTask if since_12 => Made::Clinic("current_task"),
            Function::GetRunningLoop => Made::Without("_asyncio.get_running_loop".to_owned()),
            Function::GetIdent => Made::Without("_thread.get_ident".to_owned()),
            Function::GetEventLoop => Made::Without("_asyncio.get_event_loop".to_owned()),
            Function::NewFuture => Made::Clinic("Future"),
            Function::NewTask => Made::Clinic("Task"),
            Function::Exception if since_12 => Made::Deaf("exception"),
            Function::GetLoop if since_12 => Made::Deaf("get_loop"),
            Function::Cancel | Function::GetStack | Function::PrintStack => Made::Clinic(function.name()),
            Function::AddDoneCallback => Made::Clinic("add_done_callback"),
            Function::SetResult | Function::SetException | Function::RemoveDoneCallback if since_12 => {
                Made::Clinic(function.name())
            }
            Function::CoroutineThrow | Function::FutureThrow => Made::Between("throw", 1, 3),
            Function::Block => Made::One(function.path().to_owned()),
            Function::Monotonic
            | Function::PerfCounter
            | Function::Time
            | Function::MonotonicNs
            | Function::PerfCounterNs
            | Function::TimeNs => Made::Without(function.path().to_owned()),
            _ if matches!(function.owner(), Owner::Future | Owner::Task | Owner::Coroutine) => {
                match function.parameters().len() {
                    1 => Made::Without(function.path().to_owned()),
                    _ => Made::One(function.path().to_owned()),
                }
            }
            _ => Made::Python(called(function, receiver)),
        }
    }
}

/// A call beside what is called.
struct Shape<'a> {
    function: Function,
    version: PythonVersion,
    given: &'a Given,
}

impl Shape<'_> {
    /// The arguments by position, without the object of a method.
    fn count(&self) -> usize {
        self.given.positional.len() - usize::from(is_method(self.function))
    }

    /// The parameters without the object of a method.
    fn parameters(&self) -> impl Iterator<Item = &'static LibraryParameter> + use<> {
        parameters(self.function, self.version).iter().skip(usize::from(is_method(self.function)))
    }

    fn keywords(&self) -> impl Iterator<Item = &str> {
        self.given.keywords.iter().map(|(keyword, _)| keyword.as_str())
    }

    /// `Did you mean …?` of a keyword that is not there, from 3.13 on.
    fn meant(&self, keyword: &str, is_new: bool) -> String {
        let names: Vec<&str> = self.parameters().filter(|each| is_by_name(each)).map(|each| each.name).collect();
        let found = if is_new { suggest::closest(keyword, &names) } else { None };
        found.map_or_else(String::new, |name| format!(". Did you mean '{name}'?"))
    }

    fn of_python(&self, name: &str, is_new: bool) -> Option<String> {
        let all = parameters(self.function, self.version);
        let own = usize::from(self.function.is_class());
        let given = self.given.positional.len();
        let by_place: Vec<&LibraryParameter> = all.iter().filter(|each| is_by_place(each)).collect();
        for keyword in self.keywords() {
            let Some(index) = named(self.function, self.version, keyword) else {
                if all.iter().any(|each| each.kind == LibraryParameterKind::VariadicKeywords) {
                    continue;
                }
                let meant = self.meant(keyword, is_new);
                return Some(format!("{name}() got an unexpected keyword argument '{keyword}'{meant}"));
            };
            if index < given && is_by_place(&all[index]) {
                return Some(format!("{name}() got multiple values for argument '{keyword}'"));
            }
        }
        if given > by_place.len() && !all.iter().any(|each| each.kind == LibraryParameterKind::Variadic) {
            let most = by_place.len() + own;
            let least = by_place.iter().filter(|each| each.required).count() + own;
            let is_keyword_only = |keyword: &&str| {
                all.iter().any(|each| each.kind == LibraryParameterKind::KeywordOnly && each.name == *keyword)
            };
            return Some(takes(name, least, most, given + own, self.keywords().filter(is_keyword_only).count()));
        }
        let is_named = |parameter: &&&LibraryParameter| self.keywords().any(|keyword| keyword == parameter.name);
        let missing: Vec<String> = by_place
            .iter()
            .skip(given)
            .filter(|each| each.required && !(is_by_name(each) && is_named(each)))
            .map(|each| format!("'{}'", each.name))
            .collect();
        (!missing.is_empty()).then(|| {
            let count = missing.len();
            format!("{name}() missing {count} required positional argument{}: {}", plural(count), listed(&missing))
        })
    }

    fn of_c_without(&self, name: &str) -> Option<String> {
        if !self.given.keywords.is_empty() {
            return Some(format!("{name}() takes no keyword arguments"));
        }
        let given = self.count();
        (given > 0).then(|| format!("{name}() takes no arguments ({given} given)"))
    }

    fn of_c_with_one(&self, name: &str) -> Option<String> {
        if !self.given.keywords.is_empty() {
            return Some(format!("{name}() takes no keyword arguments"));
        }
        let given = self.count();
        (given != 1).then(|| format!("{name}() takes exactly one argument ({given} given)"))
    }

    fn of_c_between(&self, name: &str, least: usize, most: usize) -> Option<String> {
        if !self.given.keywords.is_empty() {
            return Some(format!("{}() takes no keyword arguments", self.function.path()));
        }
        let given = self.count();
        let (how, bound) = if given < least { ("least", least) } else { ("most", most) };
        let fits = (least..=most).contains(&given);
        (!fits).then(|| format!("{name} expected at {how} {bound} argument{}, got {given}", plural(bound)))
    }

    /// `_PyArg_UnpackKeywords`
    fn of_clinic(&self, name: &str, is_new: bool) -> Option<String> {
        let all: Vec<&LibraryParameter> = self.parameters().collect();
        let (given, keywords) = (self.count(), self.given.keywords.len());
        let by_place = all.iter().filter(|each| is_by_place(each)).count();
        let least = all.iter().filter(|each| is_by_place(each) && each.required).count();
        let unnamed = all.iter().filter(|each| each.kind == LibraryParameterKind::PositionalOnly && each.required);
        let unnamed = unnamed.count();
        if given + keywords > all.len() {
            let keyword = if given == 0 { "keyword " } else { "" };
            let (most, total) = (all.len(), given + keywords);
            return Some(format!("{name}() takes at most {most} {keyword}argument{} ({total} given)", plural(most)));
        }
        if given > by_place {
            if by_place == 0 {
                return Some(format!("{name}() takes no positional arguments"));
            }
            let how = if least < by_place { "at most" } else { "exactly" };
            let most = plural(by_place);
            return Some(format!("{name}() takes {how} {by_place} positional argument{most} ({given} given)"));
        }
        if given < unnamed {
            let how = if unnamed < by_place { "at least" } else { "exactly" };
            let few = plural(unnamed);
            return Some(format!("{name}() takes {how} {unnamed} positional argument{few} ({given} given)"));
        }
        for (index, parameter) in all.iter().enumerate() {
            let is_named = self.keywords().any(|keyword| keyword == parameter.name);
            if index < given && is_named {
                let place = index + 1;
                let twice = parameter.name;
                return Some(format!("argument for {name}() given by name ('{twice}') and position ({place})"));
            }
            if index >= given && parameter.required && !is_named {
                return Some(format!("{name}() missing required argument '{}' (pos {})", parameter.name, index + 1));
            }
        }
        let is_known = |keyword: &&str| all.iter().any(|each| is_by_name(each) && each.name == *keyword);
        let unknown = self.keywords().find(|keyword| !is_known(keyword))?;
        let meant = self.meant(unknown, is_new);
        Some(if is_new {
            format!("{name}() got an unexpected keyword argument '{unknown}'{meant}")
        } else {
            format!("'{unknown}' is an invalid keyword argument for {name}()")
        })
    }
}

/// What a function takes in this version of Python.
pub(super) fn parameters(function: Function, version: PythonVersion) -> &'static [LibraryParameter] {
    let all = function.parameters();
    &all[..all.len() - usize::from(function.lacks_its_last_parameter(version.minor()))]
}

/// The parameter that a keyword names.
fn named(function: Function, version: PythonVersion, keyword: &str) -> Option<usize> {
    parameters(function, version).iter().position(|each| is_by_name(each) && each.name == keyword)
}

const fn is_by_place(parameter: &LibraryParameter) -> bool {
    matches!(parameter.kind, LibraryParameterKind::PositionalOnly | LibraryParameterKind::Ordinary)
}

const fn is_by_name(parameter: &LibraryParameter) -> bool {
    matches!(parameter.kind, LibraryParameterKind::Ordinary | LibraryParameterKind::KeywordOnly)
}

fn is_method(function: Function) -> bool {
    !matches!(function.owner(), Owner::Module | Owner::Intrinsic | Owner::Nobody)
}

/// How Python's messages name a function that is written in Python: `Lock.__init__`, `Queue.put`, `sleep`.
fn called(function: Function, receiver: Option<Value>) -> String {
    let name = function.name();
    let owner = match (function, receiver) {
        (Function::NewPriorityQueue | Function::NewLifoQueue, _) => return "Queue.__init__".to_owned(),
        (Function::EagerTaskFactory, _) => return function.written_name().to_owned(),
        (Function::LoopClose, _) => "_UnixSelectorEventLoop",
        (Function::HandleCancel, Some(Value::Handle(number))) if number & TIMER_HANDLE != 0 => "TimerHandle",
        (Function::HandleWhen, _) => "TimerHandle",
        (Function::SemaphoreRelease, Some(Value::Thing(thing)))
            if ThingKind::of(thing) == ThingKind::BoundedSemaphore =>
        {
            "BoundedSemaphore"
        }
        (Function::ExecutorSubmit | Function::ExecutorShutdown, Some(Value::Thing(thing))) => {
            ThingKind::of(thing).name()
        }
        (Function::ConditionAcquire | Function::ConditionRelease | Function::ConditionLocked, _) => "Lock",
        _ if function.is_class() => return format!("{name}.__init__"),
        _ => match function.owner() {
            Owner::Module => return name.to_owned(),
            Owner::Loop => "BaseEventLoop",
            Owner::Job => "Future",
            Owner::Lock | Owner::Condition | Owner::Semaphore if name.starts_with("__a") => "_ContextManagerMixin",
            _ => return function.path().to_owned(),
        },
    };
    format!("{owner}.{name}")
}
