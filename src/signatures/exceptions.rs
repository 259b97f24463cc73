//! The built-in classes of exceptions, Python's and asyncio's: their names, modules and bases.

/// A class of exceptions, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u32);

macro_rules! built_in_classes {
    ($($constant:ident $name:literal $module:literal $base:expr;)*) => {
        /// The numbers of the built-in classes, in the order of the table.
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "each entry is the name of a constant")]
        enum Position { $($constant,)* }

        impl ClassId {
            $(
                #[doc = concat!("`", $name, "`")]
                pub const $constant: Self = Self(Position::$constant as u32);
            )*

            /// Whether it is there from the start.
            #[must_use]
            pub const fn is_built_in(self) -> bool {
                (self.0 as usize) < BUILT_IN.len()
            }

            /// The built-in class called `name` in `module` (`builtins` or `asyncio`), if there is one.
            #[must_use]
            pub fn find(module: &str, name: &str) -> Option<Self> {
                BUILT_IN.iter().position(|(class, home, _)| {
                    *class == name && home.split('.').next() == Some(module)
                }).map(|index| Self(index as u32))
            }
        }

        /// Name, module and base of every class that is there from the start.
        pub const BUILT_IN: &[(&str, &str, Option<ClassId>)] = &[$(($name, $module, $base),)*];
    };
}

built_in_classes! {
    BASE_EXCEPTION "BaseException" "builtins" None;
    UNSUPPORTED "Unsupported" "simulator" None;
    EXCEPTION "Exception" "builtins" Some(ClassId::BASE_EXCEPTION);
    GENERATOR_EXIT "GeneratorExit" "builtins" Some(ClassId::BASE_EXCEPTION);
    KEYBOARD_INTERRUPT "KeyboardInterrupt" "builtins" Some(ClassId::BASE_EXCEPTION);
    SYSTEM_EXIT "SystemExit" "builtins" Some(ClassId::BASE_EXCEPTION);
    BASE_EXCEPTION_GROUP "BaseExceptionGroup" "builtins" Some(ClassId::BASE_EXCEPTION);
    CANCELLED_ERROR "CancelledError" "asyncio.exceptions" Some(ClassId::BASE_EXCEPTION);
    EXCEPTION_GROUP "ExceptionGroup" "builtins" Some(ClassId::EXCEPTION);
    ARITHMETIC_ERROR "ArithmeticError" "builtins" Some(ClassId::EXCEPTION);
    FLOATING_POINT_ERROR "FloatingPointError" "builtins" Some(ClassId::ARITHMETIC_ERROR);
    OVERFLOW_ERROR "OverflowError" "builtins" Some(ClassId::ARITHMETIC_ERROR);
    ZERO_DIVISION_ERROR "ZeroDivisionError" "builtins" Some(ClassId::ARITHMETIC_ERROR);
    ASSERTION_ERROR "AssertionError" "builtins" Some(ClassId::EXCEPTION);
    ATTRIBUTE_ERROR "AttributeError" "builtins" Some(ClassId::EXCEPTION);
    BUFFER_ERROR "BufferError" "builtins" Some(ClassId::EXCEPTION);
    EOF_ERROR "EOFError" "builtins" Some(ClassId::EXCEPTION);
    IMPORT_ERROR "ImportError" "builtins" Some(ClassId::EXCEPTION);
    MODULE_NOT_FOUND_ERROR "ModuleNotFoundError" "builtins" Some(ClassId::IMPORT_ERROR);
    LOOKUP_ERROR "LookupError" "builtins" Some(ClassId::EXCEPTION);
    INDEX_ERROR "IndexError" "builtins" Some(ClassId::LOOKUP_ERROR);
    KEY_ERROR "KeyError" "builtins" Some(ClassId::LOOKUP_ERROR);
    MEMORY_ERROR "MemoryError" "builtins" Some(ClassId::EXCEPTION);
    NAME_ERROR "NameError" "builtins" Some(ClassId::EXCEPTION);
    UNBOUND_LOCAL_ERROR "UnboundLocalError" "builtins" Some(ClassId::NAME_ERROR);
    OS_ERROR "OSError" "builtins" Some(ClassId::EXCEPTION);
    BLOCKING_IO_ERROR "BlockingIOError" "builtins" Some(ClassId::OS_ERROR);
    CHILD_PROCESS_ERROR "ChildProcessError" "builtins" Some(ClassId::OS_ERROR);
    CONNECTION_ERROR "ConnectionError" "builtins" Some(ClassId::OS_ERROR);
    BROKEN_PIPE_ERROR "BrokenPipeError" "builtins" Some(ClassId::CONNECTION_ERROR);
    CONNECTION_ABORTED_ERROR "ConnectionAbortedError" "builtins" Some(ClassId::CONNECTION_ERROR);
    CONNECTION_REFUSED_ERROR "ConnectionRefusedError" "builtins" Some(ClassId::CONNECTION_ERROR);
    CONNECTION_RESET_ERROR "ConnectionResetError" "builtins" Some(ClassId::CONNECTION_ERROR);
    FILE_EXISTS_ERROR "FileExistsError" "builtins" Some(ClassId::OS_ERROR);
    FILE_NOT_FOUND_ERROR "FileNotFoundError" "builtins" Some(ClassId::OS_ERROR);
    INTERRUPTED_ERROR "InterruptedError" "builtins" Some(ClassId::OS_ERROR);
    IS_A_DIRECTORY_ERROR "IsADirectoryError" "builtins" Some(ClassId::OS_ERROR);
    NOT_A_DIRECTORY_ERROR "NotADirectoryError" "builtins" Some(ClassId::OS_ERROR);
    PERMISSION_ERROR "PermissionError" "builtins" Some(ClassId::OS_ERROR);
    PROCESS_LOOKUP_ERROR "ProcessLookupError" "builtins" Some(ClassId::OS_ERROR);
    TIMEOUT_ERROR "TimeoutError" "builtins" Some(ClassId::OS_ERROR);
    REFERENCE_ERROR "ReferenceError" "builtins" Some(ClassId::EXCEPTION);
    RUNTIME_ERROR "RuntimeError" "builtins" Some(ClassId::EXCEPTION);
    NOT_IMPLEMENTED_ERROR "NotImplementedError" "builtins" Some(ClassId::RUNTIME_ERROR);
    PYTHON_FINALIZATION_ERROR "PythonFinalizationError" "builtins" Some(ClassId::RUNTIME_ERROR);
    RECURSION_ERROR "RecursionError" "builtins" Some(ClassId::RUNTIME_ERROR);
    STOP_ASYNC_ITERATION "StopAsyncIteration" "builtins" Some(ClassId::EXCEPTION);
    STOP_ITERATION "StopIteration" "builtins" Some(ClassId::EXCEPTION);
    SYNTAX_ERROR "SyntaxError" "builtins" Some(ClassId::EXCEPTION);
    INDENTATION_ERROR "IndentationError" "builtins" Some(ClassId::SYNTAX_ERROR);
    TAB_ERROR "TabError" "builtins" Some(ClassId::INDENTATION_ERROR);
    SYSTEM_ERROR "SystemError" "builtins" Some(ClassId::EXCEPTION);
    TYPE_ERROR "TypeError" "builtins" Some(ClassId::EXCEPTION);
    VALUE_ERROR "ValueError" "builtins" Some(ClassId::EXCEPTION);
    UNICODE_ERROR "UnicodeError" "builtins" Some(ClassId::VALUE_ERROR);
    WARNING "Warning" "builtins" Some(ClassId::EXCEPTION);
    BYTES_WARNING "BytesWarning" "builtins" Some(ClassId::WARNING);
    DEPRECATION_WARNING "DeprecationWarning" "builtins" Some(ClassId::WARNING);
    ENCODING_WARNING "EncodingWarning" "builtins" Some(ClassId::WARNING);
    FUTURE_WARNING "FutureWarning" "builtins" Some(ClassId::WARNING);
    IMPORT_WARNING "ImportWarning" "builtins" Some(ClassId::WARNING);
    PENDING_DEPRECATION_WARNING "PendingDeprecationWarning" "builtins" Some(ClassId::WARNING);
    RESOURCE_WARNING "ResourceWarning" "builtins" Some(ClassId::WARNING);
    RUNTIME_WARNING "RuntimeWarning" "builtins" Some(ClassId::WARNING);
    SYNTAX_WARNING "SyntaxWarning" "builtins" Some(ClassId::WARNING);
    UNICODE_WARNING "UnicodeWarning" "builtins" Some(ClassId::WARNING);
    USER_WARNING "UserWarning" "builtins" Some(ClassId::WARNING);
    INVALID_STATE_ERROR "InvalidStateError" "asyncio.exceptions" Some(ClassId::EXCEPTION);
    INCOMPLETE_READ_ERROR "IncompleteReadError" "asyncio.exceptions" Some(ClassId::EOF_ERROR);
    SENDFILE_NOT_AVAILABLE_ERROR "SendfileNotAvailableError" "asyncio.exceptions" Some(ClassId::RUNTIME_ERROR);
    BROKEN_BARRIER_ERROR "BrokenBarrierError" "asyncio.exceptions" Some(ClassId::RUNTIME_ERROR);
    QUEUE_EMPTY "QueueEmpty" "asyncio.queues" Some(ClassId::EXCEPTION);
    QUEUE_FULL "QueueFull" "asyncio.queues" Some(ClassId::EXCEPTION);
    QUEUE_SHUT_DOWN "QueueShutDown" "asyncio.queues" Some(ClassId::EXCEPTION);
    EXECUTOR_ERROR "Error" "concurrent.futures._base" Some(ClassId::EXCEPTION);
    EXECUTOR_CANCELLED_ERROR "CancelledError" "concurrent.futures._base" Some(ClassId::EXECUTOR_ERROR);
    EXECUTOR_INVALID_STATE_ERROR "InvalidStateError" "concurrent.futures._base" Some(ClassId::EXECUTOR_ERROR);
    BROKEN_EXECUTOR "BrokenExecutor" "concurrent.futures._base" Some(ClassId::RUNTIME_ERROR);
    BROKEN_THREAD_POOL "BrokenThreadPool" "concurrent.futures.thread" Some(ClassId::BROKEN_EXECUTOR);
    BROKEN_PROCESS_POOL "BrokenProcessPool" "concurrent.futures.process" Some(ClassId::BROKEN_EXECUTOR);
}

impl ClassId {
    /// No class: the mark of a question to the script, which is on its way to the engine.
    pub const QUESTION: Self = Self(u32::MAX);

    /// The class that a script names so: `ValueError`, `asyncio.QueueEmpty`, or bare `QueueEmpty`.
    #[must_use]
    pub fn named(path: &str) -> Option<Self> {
        // In 3.11 `asyncio.TimeoutError` became the built-in one.
        let asyncio = |name: &str| {
            if name == "TimeoutError" { Some(Self::TIMEOUT_ERROR) } else { Self::find("asyncio", name) }
        };
        match path.split_once('.') {
            None => Self::built_in(path).or_else(|| asyncio(path)),
            Some(("asyncio", name)) => asyncio(name),
            Some(("concurrent", path)) => match path.strip_prefix("futures.")? {
                "TimeoutError" => Some(Self::TIMEOUT_ERROR),
                name => Self::find("concurrent", name),
            },
            Some(_) => None,
        }
    }

    /// The class that is a built-in of this name; `OSError` has three.
    #[must_use]
    pub fn built_in(name: &str) -> Option<Self> {
        Self::find("builtins", if matches!(name, "EnvironmentError" | "IOError") { "OSError" } else { name })
    }

    /// The names of all of them, as they may stand bare.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN
            .iter()
            .filter(|(_, module, _)| matches!(module.split('.').next(), Some("builtins" | "asyncio")))
            .map(|(name, ..)| *name)
            .chain(["EnvironmentError", "IOError"])
    }
}
