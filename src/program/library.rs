//! What a name means that the script does not bind itself: built-ins, exception classes, asyncio and the modules.

use crate::signatures::FORMS_OF_TYPING;
use crate::signatures::asyncio::{Function, MODULES, MODULES_OF_TYPES, Owner, package_of};
use crate::signatures::builtins::{Builtin, MATH_CONSTANTS};
use crate::signatures::exceptions::ClassId;

use super::code::Constant;

/// A thing of the library.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    /// A function of asyncio and its kin, which the engine performs.
    Function(Function),
    /// A built-in function or type.
    Builtin(Builtin),
    /// A value: `math.pi`, an exception class.
    Constant(Constant),
}

impl Item {
    /// The item as a value.
    pub(super) fn constant(&self) -> Constant {
        match self {
            Self::Function(function) => Constant::Library(*function),
            Self::Builtin(builtin) => Constant::Builtin(*builtin),
            Self::Constant(constant) => constant.clone(),
        }
    }
}

/// asyncio's names for what it has once in Python and once in C (`tasks.py`, `futures.py`): both are the same here.
const TWICE: &[(&str, Function)] =
    &[("Task", Function::NewTask), ("Future", Function::NewFuture), ("current_task", Function::CurrentTask)];

/// What `asyncio._CTask`, `asyncio._py_current_task` and their kin name.
fn find_twice(path: &str) -> Option<Item> {
    let name = path.strip_prefix("asyncio._")?;
    let bare = ["C", "Py", "c_", "py_"].iter().find_map(|which| name.strip_prefix(which))?;
    TWICE.iter().find(|(known, _)| *known == bare).map(|(_, function)| Item::Function(*function))
}

/// What `path` names: `len`, `sleep`, `asyncio.sleep`, `math.pi`.
pub(super) fn find(path: &str) -> Option<Item> {
    if let Some(name) = path.strip_prefix("builtins.") {
        return find_builtin(name);
    }
    let asyncio = || if path.contains('.') { None } else { Function::by_path(&format!("asyncio.{path}")) };
    let word = || {
        let name = path.strip_prefix("asyncio.").unwrap_or(path);
        let word = match name {
            "ALL_COMPLETED" | "FIRST_COMPLETED" | "FIRST_EXCEPTION" => name,
            "_PENDING" | "_CANCELLED" | "_FINISHED" if path != name => &name[1..],
            "_set_result_unless_cancelled" if path != name => return Some(Item::Function(Function::SetUnlessDone)),
            _ => return None,
        };
        Some(Item::Constant(Constant::Str(word.to_owned())))
    };
    let number = || MATH_CONSTANTS.iter().find(|(name, _)| *name == path).map(|(_, number)| number.to_bits());
    Function::by_path(path)
        .or_else(asyncio)
        .map(Item::Function)
        .or_else(|| Builtin::find(path).map(Item::Builtin))
        .or_else(|| number().map(|bits| Item::Constant(Constant::Float(bits))))
        .or_else(|| ClassId::named(path).map(|class| Item::Constant(Constant::ExceptionClass(class))))
        .or_else(word)
        .or_else(|| find_twice(path))
        .or_else(|| (path == "NotImplemented").then_some(Item::Constant(Constant::NotImplemented)))
}

/// What `name` means in the library's own bodies.
pub(super) fn find_inside(name: &str) -> Option<Item> {
    Function::inside(name)
        .map(Item::Function)
        .or_else(|| Builtin::find(name).map(Item::Builtin))
        .or_else(|| ClassId::named(name).map(|class| Item::Constant(Constant::ExceptionClass(class))))
}

/// What `name` means in a Python file without an import: a built-in.
pub(super) fn find_builtin(name: &str) -> Option<Item> {
    if name.contains('.') {
        return None;
    }
    let main = || (name == "__name__").then(|| Item::Constant(Constant::Str("__main__".to_owned())));
    Function::by_path(name)
        .map(Item::Function)
        .or_else(|| Builtin::find(name).map(Item::Builtin))
        .or_else(|| ClassId::built_in(name).map(|class| Item::Constant(Constant::ExceptionClass(class))))
        .or_else(|| (name == "NotImplemented").then_some(Item::Constant(Constant::NotImplemented)))
        .or_else(main)
        .or_else(|| (name == "__debug__").then_some(Item::Constant(Constant::Bool(true))))
}

/// The module called `name` whose things are reached with a dot; also `concurrent` of `concurrent.futures`.
pub(crate) fn module(name: &str) -> Option<&'static str> {
    if let Some(package) = package_of(name) {
        return Some(package);
    }
    MODULES.iter().find_map(|module| {
        let rest = module.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with('.')).then_some(&module[..name.len()])
    })
}

/// What only later versions of Python have: of each name the first minor version.
const NEW: &[(&str, i32)] = &[
    ("asyncio._c_current_task", 12),
    ("asyncio._py_current_task", 12),
    ("asyncio._c_swap_current_task", 12),
    ("asyncio._py_swap_current_task", 12),
    ("asyncio._swap_current_task", 12),
    ("asyncio._register_eager_task", 12),
    ("asyncio._unregister_eager_task", 12),
    ("asyncio.QueueShutDown", 13),
    ("asyncio.create_eager_task_factory", 12),
    ("asyncio.eager_task_factory", 12),
    ("copy.replace", 13),
    ("inspect.getasyncgenlocals", 12),
    ("inspect.markcoroutinefunction", 12),
    ("itertools.batched", 12),
    ("math.fma", 13),
    ("math.sumprod", 12),
    ("random.binomialvariate", 12),
    ("typing.override", 12),
    ("typing.TypeIs", 13),
    ("warnings.deprecated", 13),
];

/// What CPython has on Windows alone: a script names it behind a look at its platform.
const ON_WINDOWS: &[&str] = &[
    "asyncio.IocpProactor",
    "asyncio.ProactorEventLoop",
    "asyncio.WindowsProactorEventLoopPolicy",
    "asyncio.WindowsSelectorEventLoopPolicy",
    "os.startfile",
    "signal.CTRL_BREAK_EVENT",
    "signal.CTRL_C_EVENT",
    "signal.SIGBREAK",
    "sys.getwindowsversion",
    "sys.winver",
];

/// Whether CPython has what is called `path` on Windows alone.
pub(crate) fn is_on_windows(path: &str) -> bool {
    ON_WINDOWS.contains(&path)
}

/// Whether Python 3.`minor` has what is called `path` on Linux.
pub(crate) fn is_there(path: &str, minor: i32) -> bool {
    !is_on_windows(path) && NEW.iter().all(|(name, since)| *name != path || minor >= *since)
}

/// The thing of the library called `path`, as a constant.
pub(crate) fn constant(path: &str) -> Option<Constant> {
    find(path).map(|item| item.constant())
}

/// Whether `name` is a module that is good for annotations alone, which say nothing about a run.
pub(super) fn is_for_annotations(name: &str) -> bool {
    MODULES_OF_TYPES.contains(&name)
}

/// Whether what `typing` has under this path can be handed around.
pub(super) fn is_form(path: &str) -> bool {
    path.strip_prefix("typing.").is_some_and(|name| FORMS_OF_TYPING.split_whitespace().any(|known| known == name))
}

/// Modules of Python's library that a run does not have.
const ELSEWHERE: &str = "
    aifc argparse array ast asynchat asyncore atexit audioop base64 bdb binascii bz2 cProfile calendar
    cgi cgitb chunk cmath cmd code codecs codeop colorsys compileall concurrent configparser copyreg crypt csv
    ctypes curses dbm decimal difflib dis distutils doctest email encodings ensurepip errno faulthandler fcntl
    filecmp fileinput fnmatch fractions ftplib genericpath getopt getpass gettext glob graphlib grp gzip
    hashlib hmac html http imaplib imghdr imp importlib ipaddress keyword linecache locale logging lzma mailbox
    mailcap marshal mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath
    nturl2path numbers opcode optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform
    plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat
    quopri readline reprlib resource rlcompleter runpy secrets select shelve shlex shutil signal site
    smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat
    stringprep struct subprocess sunau symtable sysconfig syslog tabnanny tarfile telnetlib tempfile termios
    timeit tkinter token tokenize tomllib trace tracemalloc tty turtle unicodedata unittest urllib uu uuid venv
    wave webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
";

/// Whether `name` is a module of Python's library that a run does not have.
pub(super) fn is_elsewhere(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or(name);
    ELSEWHERE.split_whitespace().any(|known| known == first) && module(name).is_none() && !is_not_there_yet(first)
}

/// Modules of which a run has all that has a name of its own, with what it lacks all the same.
const LACKING: &[(&str, &str)] = &[
    (
        "asyncio",
        "
        AbstractChildWatcher FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher SafeChildWatcher Server ThreadedChildWatcher
        base_subprocess constants create_subprocess_exec create_subprocess_shell format_helpers get_child_watcher open_connection
        open_unix_connection selector_events set_child_watcher sslproto start_server start_unix_server subprocess sys trsock
        unix_events
        ",
    ),
    ("bisect", ""),
    ("collections", "UserString abc"),
    ("contextlib", "GenericAlias MethodType abc chdir deque os sys wraps"),
    ("contextvars", ""),
    ("functools", "GenericAlias RLock get_cache_token namedtuple recursive_repr"),
    ("heapq", ""),
    ("itertools", ""),
    ("operator", "imatmul matmul"),
];

/// Whether CPython's module has no such name, either.
pub(super) fn is_nowhere(module: &str, name: &str) -> bool {
    let known = LACKING.iter().find(|(known, _)| *known == module);
    known.is_some_and(|(_, lacking)| !name.starts_with('_') && !lacking.split_whitespace().any(|known| known == name))
}

/// Names of Python and asyncio that exist, and that programs cannot use yet.
const NOT_YET: &[&str] = &["open", "input"];

/// Whether `name`, perhaps behind `asyncio.`, is known and not there yet.
pub(super) fn is_not_there_yet(name: &str) -> bool {
    NOT_YET.contains(&name)
}

/// What exists behind `random.` and cannot be had here, with what to write instead.
const REFUSED: &[(&str, &str)] = &[
    ("random.SystemRandom", "its numbers differ from run to run; use random.random() and its kin"),
    ("uuid.uuid1", "what it gives differs from run to run; use uuid.uuid5, or a number of your own"),
    ("uuid.uuid4", "what it gives differs from run to run; use uuid.UUID(int=random.getrandbits(128), version=4)"),
];

/// What to write instead of the thing of a module that exists and is refused.
pub(super) fn instead_of(module: &str, name: &str) -> Option<&'static str> {
    let is_meant = |path: &str| path.split_once('.') == Some((module, name));
    REFUSED.iter().find(|(path, _)| is_meant(path)).map(|(_, instead)| *instead)
}

/// The names that may stand bare, for hints.
pub(super) fn bare_names() -> impl Iterator<Item = &'static str> {
    let functions = Function::ALL.iter().filter(|function| function.owner() == Owner::Module).filter_map(|function| {
        let path = function.path();
        path.strip_prefix("asyncio.").or_else(|| (!path.contains('.')).then_some(path))
    });
    let builtins = Builtin::all().map(Builtin::name).filter(|name| !name.contains('.'));
    functions.chain(builtins).chain(MODULES.iter().copied()).chain(ClassId::names())
}

/// The names that may stand bare in a Python file, for hints.
pub(super) fn builtin_names() -> impl Iterator<Item = &'static str> {
    bare_names().filter(|name| find_builtin(name).is_some())
}

/// The names behind `module.`, for hints.
pub(super) fn names_of_module(module: &str) -> Vec<&'static str> {
    let functions =
        Function::ALL.iter().filter(|function| function.owner() == Owner::Module).map(|function| function.path());
    let numbers = MATH_CONSTANTS.iter().map(|(name, _)| *name);
    functions
        .chain(Builtin::all().map(Builtin::name))
        .chain(numbers)
        .filter_map(|path| path.strip_prefix(module)?.strip_prefix('.'))
        .collect()
}
