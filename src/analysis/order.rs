//! Where two runs first print something else, or in another order.

use crate::trace::{EventKind, Recording, TaskLabel};
use crate::units::Time;

/// A print and when and where it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed<'a> {
    /// When.
    pub at: Time,
    /// In which task; `None` outside any.
    pub task: Option<TaskLabel>,
    /// What.
    pub text: &'a str,
}

/// The first place at which two runs print differently. One side is `None` when it prints no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// Which print it is, from 1.
    pub position: usize,
    /// The print of the first run.
    pub left: Option<Printed<'a>>,
    /// The print of the second run.
    pub right: Option<Printed<'a>>,
}

/// All prints of a run, in order.
pub fn prints(recording: &Recording) -> impl Iterator<Item = Printed<'_>> {
    recording.events().filter_map(|event| {
        let EventKind::Print { text } = event.kind else { return None };
        Some(Printed { at: event.at, task: event.task, text })
    })
}

/// The first place at which the texts printed by two runs differ; times and tasks do not matter.
#[must_use]
pub fn first_difference<'a>(left: &'a Recording, right: &'a Recording) -> Option<Difference<'a>> {
    let (mut left, mut right) = (prints(left), prints(right));
    let mut position = 1;
    loop {
        match (left.next(), right.next()) {
            (None, None) => return None,
            (Some(one), Some(other)) if one.text == other.text => position += 1,
            (left, right) => return Some(Difference { position, left, right }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Detail;
    use crate::trace::samples::Sample;
    use crate::units::Outcome;

    fn printing(texts: &[&str]) -> Recording {
        let mut sample = Sample::new(Detail::Tasks);
        let main = sample.task("main", 1);
        for text in texts {
            sample.print(main, text);
        }
        sample.end(Outcome::Ok)
    }

    #[test]
    fn the_first_different_print_is_found() {
        for (left, right, expected) in [
            (&["a", "b"][..], &["a", "b"][..], None),
            (&["a", "b", "c"], &["a", "c", "b"], Some((2, Some("b"), Some("c")))),
            (&["a"], &["a", "b"], Some((2, None, Some("b")))),
            (&["a"], &[], Some((1, Some("a"), None))),
        ] {
            let (left, right) = (printing(left), printing(right));
            let found = first_difference(&left, &right)
                .map(|found| (found.position, found.left.map(|print| print.text), found.right.map(|print| print.text)));
            assert_eq!(found, expected);
        }
    }
}
