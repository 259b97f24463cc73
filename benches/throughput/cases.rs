//! What is measured: each workload at each size.

use crate::floor::{Done, customers, orders, queue, timers, tree, yields};

/// A workload, with its program as a spec and as floors.
pub(crate) struct Workload {
    pub(crate) name: &'static str,
    /// What an event of it is.
    pub(crate) events: &'static str,
    /// The spec's text.
    pub(crate) spec: &'static str,
    /// The two numbers that the spec leaves open, as they stand in it.
    pub(crate) parameters: [&'static str; 2],
    /// The sizes: the number of tasks alive at once, and the two parameters.
    pub(crate) sizes: &'static [Size],
    /// The floors: the fastest one of them counts.
    pub(crate) floors: &'static [(&'static str, Floor)],
}

/// A workload by hand, of the size that two numbers tell.
pub(crate) type Floor = fn(u32, u32) -> Done;

/// How large a run is.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    /// Tasks that are alive at once.
    pub(crate) tasks: u32,
    /// The values of the parameters.
    pub(crate) values: [u32; 2],
}

const fn size(tasks: u32, values: [u32; 2]) -> Size {
    Size { tasks, values }
}

/// All workloads.
pub(crate) const WORKLOADS: &[Workload] = &[
    Workload {
        name: "timers",
        events: "sleeps and finished tasks",
        spec: include_str!("../specs/timers.toml"),
        parameters: ["tasks = 10", "sleeps = 3"],
        sizes: &[size(10, [10, 300_000]), size(10_000, [10_000, 300]), size(1_000_000, [1_000_000, 3])],
        floors: &[("radix heap", timers::run::<queue::Radix>), ("binary heap", timers::run::<queue::Binary>)],
    },
    Workload {
        name: "yields",
        events: "yields and finished tasks",
        spec: include_str!("../specs/yields.toml"),
        parameters: ["tasks = 10", "sleeps = 3"],
        sizes: &[size(10, [10, 400_000]), size(10_000, [10_000, 400]), size(1_000_000, [1_000_000, 4])],
        floors: &[("ready queue", yields::run)],
    },
    Workload {
        name: "tree",
        events: "finished tasks",
        spec: include_str!("../specs/tree.toml"),
        parameters: ["depth = 3", "trees = 2"],
        sizes: &[size(21, [2, 100_000]), size(5_461, [6, 400]), size(1_398_101, [10, 1])],
        floors: &[("ready queue", tree::run)],
    },
    Workload {
        name: "orders",
        events: "items put and got, and finished tasks",
        spec: include_str!("../specs/orders.toml"),
        parameters: ["items = 10", "room = 3"],
        sizes: &[size(3, [2_000_000, 100]), size(3, [1_000_000, 1])],
        floors: &[("ready queue", orders::run)],
    },
    Workload {
        name: "customers",
        events: "sleeps and finished tasks",
        spec: include_str!("../specs/customers.toml"),
        parameters: ["customers = 10", "days = 2"],
        sizes: &[size(1_000, [1_000, 1_000]), size(300_000, [300_000, 3])],
        floors: &[("radix heap", customers::run::<queue::Radix>), ("binary heap", customers::run::<queue::Binary>)],
    },
];

impl Workload {
    /// The spec with its parameters set.
    #[must_use]
    pub(crate) fn spec_text(&self, values: [u32; 2]) -> String {
        let mut text = self.spec.to_owned();
        for (parameter, value) in self.parameters.iter().zip(values) {
            let (name, _) = parameter.split_once('=').expect("a parameter is `name = number`");
            assert!(text.contains(parameter), "the spec has its parameter");
            text = text.replacen(parameter, &format!("{name}= {value}"), 1);
        }
        text
    }
}
