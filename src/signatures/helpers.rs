//! Functions of the library that are themselves written in Python, and that the engine and the kernel's operations ask for.

macro_rules! helpers {
    ($($(#[$doc:meta])* $variant:ident $name:literal;)*) => {
        /// A function written in Python that operations ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Helper {
            $($(#[$doc])* $variant,)*
        }

        impl Helper {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in the library's own module.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

helpers! {
    /// `list(iterable)`
    Collect "collect";
    /// The same of a script's iterator, which is not asked for its `__iter__` again.
    Exhaust "exhaust";
    /// A tuple of the next item of a script's iterator, or the `StopIteration` at its end.
    Next "next_item";
    /// The same of a generator.
    Resume "next_of_generator";
    /// `member in iterable`
    Contains "contains";
    /// `any(iterable)`
    Any "any_of";
    /// `all(iterable)`
    All "all_of";
    /// `map(function, *iterables)`
    Map "map_items";
    /// `filter(function, iterable)`
    Filter "filter_items";
    /// `zip(*iterables)`
    Zip "zip_items";
    /// `enumerate(iterable, start)`
    Enumerate "enumerate_items";
    /// What goes through a value by `__getitem__`.
    Items "items_by_index";
    /// `iter(function, sentinel)`
    Calls "call_until";
    /// `print` to a stream of the script's, or to what stdout is redirected to.
    Write "write_pieces";
    /// `getattr(thing, name, default)`
    AttributeOr "attribute_or";
    /// An attribute that a function gives, or else the `__getattr__` of the class.
    AttributeOrMissing "attribute_or_missing";
    /// `hasattr(thing, name)`
    HasAttribute "has_attribute";
    /// What a script's mapping holds, as a dict.
    Mapping "mapping";
    /// `asyncio.run` in a thread besides the main one
    RunInThread "run_in_thread";
    /// `Runner.run` there
    RunMainInThread "run_main_in_thread";
    /// `Runner.close` there
    CloseInThread "close_in_thread";
    /// `loop.run_until_complete` there
    RunUntilCompleteInThread "run_until_complete_in_thread";
    /// `loop.run_forever` there
    RunForeverInThread "run_forever_in_thread";
    /// `loop.shutdown_asyncgens()`
    ShutdownAsyncgens "shutdown_asyncgens";
    /// `loop.create_task(generator.aclose())`, by the loop itself
    StartClosing "start_closing";
    /// `asyncio.create_eager_task_factory(constructor)`
    EagerFactory "eager_factory_of";
    /// `ensure_future` of what has an `__await__`
    WrapAwaitable "_wrap_awaitable";
    /// `loop.create_task(…)`, where the script has set a task factory of its own
    TaskByFactory "task_by_factory";
    /// `ensure_future(coroutine)` on a loop that is closed
    RefuseCoroutine "refuse_coroutine";
    /// The same, where the script has set a task factory of its own
    EnsureByFactory "ensure_by_factory";
    /// `await thing`, by its `__await__`
    Await "await_object";
    /// `await thing` of `async for`
    AwaitNext "await_next";
    /// `gather`, called by a value
    Gather "gather_by_value";
    /// A task waits for what has the mark of futures
    AwaitAlike "await_alike";
    /// A gather cancels what has a `cancel` of the script's
    CancelSaying "cancel_saying";
    /// `await generator` of a function that `types.coroutine` was called with
    AwaitGenerator "await_generator";
    /// What a task runs of an object with the methods of a coroutine
    DriveAlike "drive_alike";
    /// `yield from` and `await`, of what has methods of a generator
    StepsThrough "steps_through";
    /// What a class with a `__new__` of its own makes
    Make "make_object";
    /// A frame, of its code, its line and the text of that
    Frame "frame_of";
    /// The code of one
    Code "code_of";
    /// What a coroutine waits for that is none of the script's
    Awaited "awaited_of";
    /// `function.__code__`
    CodeOfFunction "code_of_function";
    /// `traceback.tb_next` and its kin
    PartOfTraceback "part_of_traceback";
    /// `[].__len__`, bound
    Special "special_of";
    /// `list.__len__`
    SpecialOfType "special_of_type";
    /// `list.append(self, item)` of an object of a class below `list`
    CallBelow "call_below";
    /// `function.__closure__`
    Cells "cells_of";
    /// `list[int]`
    Alias "alias_of";
    /// `int | str`
    Union "union_of";
    /// `hash(handle)`
    HashOfHandle "hash_of_handle";
    /// `task.print_stack(limit=…, file=…)` into a file of the script's
    PrintStack "print_stack";
    /// A list of frames
    Frames "frames_of";
    /// `text.encode(encoding, errors)`
    Encode "encode_text";
    /// `number.to_bytes(length, byteorder, signed=…)`
    BytesOfInt "bytes_of_int";
    /// `int.from_bytes(bytes, byteorder, signed=…)`
    IntOfBytes "int_of_bytes";
    /// `generator.close()`
    Close "close_generator";
    /// `coroutine.close()` of one that is driven by hand
    CloseCoroutine "close_coroutine";
    /// The same of what steps an asynchronous generator
    CloseStep "close_step";
    /// `throw` of a `GeneratorExit` into what waits
    ThrowExit "throw_exit";
    /// A `GeneratorExit` is thrown into `yield from`
    CloseAndGoOn "close_and_go_on";
    /// `generator.__anext__()` and `asend`
    AsyncResume "anext_of_generator";
    /// `generator.athrow(exception)`
    AsyncThrow "athrow_into_generator";
    /// `generator.aclose()`
    AsyncClose "aclose_generator";
}
