//! The kinds of things that asyncio makes and the engine keeps: locks, queues, groups and the like.

macro_rules! kinds {
    ($($kind:ident $name:literal $word:literal;)*) => {
        /// What a thing is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum ThingKind {
            $(
                #[doc = concat!("`", $name, "`")]
                $kind,
            )*
        }

        impl ThingKind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The name of its class in Python.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// What traces call one.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }
        }
    };
}

kinds! {
    Lock "Lock" "lock";
    Event "Event" "event";
    Condition "Condition" "condition";
    Semaphore "Semaphore" "semaphore";
    BoundedSemaphore "BoundedSemaphore" "semaphore";
    Barrier "Barrier" "barrier";
    Queue "Queue" "queue";
    PriorityQueue "PriorityQueue" "queue";
    LifoQueue "LifoQueue" "queue";
    Timeout "Timeout" "timeout";
    TaskGroup "TaskGroup" "group";
    AsCompleted "_AsCompletedIterator" "as_completed";
    Runner "Runner" "runner";
    Shield "Shield" "shield";
    Waiting "Waiting" "wait";
    ThreadPool "ThreadPoolExecutor" "executor";
    ProcessPool "ProcessPoolExecutor" "executor";
    Job "Future" "job";
    Thread "Thread" "thread";
    MapResults "generator" "map";
}

impl ThingKind {
    /// Whether who waits for one gets the result of a future that scripts can see: others are woken by futures of the library's
    /// own, whose results mean nothing.
    #[must_use]
    pub const fn gives_its_result(self) -> bool {
        matches!(self, Self::Shield | Self::Job)
    }

    /// The kind and the number of a thing, as a value carries them.
    #[must_use]
    pub const fn pack(self, number: u32) -> u64 {
        (self as u64) << 32 | number as u64
    }

    /// Whether the thing that a value carries is of this kind.
    #[inline]
    #[must_use]
    pub const fn is_of(self, thing: u64) -> bool {
        thing >> 32 == self as u64
    }

    /// The kind of the thing that a value carries.
    ///
    /// # Panics
    /// When it was not made by [`pack`](Self::pack).
    #[must_use]
    pub fn of(thing: u64) -> Self {
        Self::ALL[(thing >> 32) as usize]
    }
}
