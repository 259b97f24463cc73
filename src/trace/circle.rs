//! Tasks that wait for each other in a circle.

use indexmap::IndexMap;

use super::outcome::Stuck;

/// The first circle among tasks that wait: each waits for the next, and the last for the first. Empty when there is none.
#[must_use]
pub fn circle(stuck: &[Stuck]) -> Vec<&str> {
    let places: IndexMap<&str, usize> =
        stuck.iter().enumerate().map(|(place, waiter)| (waiter.task.as_str(), place)).collect();
    let next: Vec<Option<usize>> = stuck.iter().map(|waiter| places.get(blamed(waiter)?).copied()).collect();
    // Which walk came by here first. Every task is passed once, however many walks there are.
    let mut walks: Vec<Option<usize>> = vec![None; stuck.len()];
    for start in 0..stuck.len() {
        let mut place = Some(start);
        while let Some(here) = place.filter(|&here| walks[here].is_none()) {
            walks[here] = Some(start);
            place = next[here];
        }
        if let Some(here) = place.filter(|&here| walks[here] == Some(start)) {
            return around(&next, here).map(|place| stuck[place].task.as_str()).collect();
        }
    }
    Vec::new()
}

/// The places of the circle that goes through `start`.
fn around(next: &[Option<usize>], start: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(start), move |&place| next[place].filter(|&next| next != start))
}

/// The task that this one waits for, or that holds what it waits for.
fn blamed(waiter: &Stuck) -> Option<&str> {
    let waits_for = waiter.waits_for.as_str();
    waits_for.strip_prefix("task ").or_else(|| Some(waits_for.split_once(", held by ")?.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_and_chains_are_not() {
        for (waits, expected) in [
            (&[("main", "task a"), ("a", "task b"), ("b", "task a")][..], &["a", "b"][..]),
            (&[("a", "lock left, held by b"), ("b", "lock right, held by a")], &["a", "b"]),
            (&[("a", "task a")], &["a"]),
            (&[("main", "task a"), ("a", "future bell")], &[]),
            (&[], &[]),
        ] {
            let stuck: Vec<Stuck> =
                waits.iter().map(|&(task, on)| Stuck { task: task.into(), waits_for: on.into() }).collect();
            assert_eq!(circle(&stuck), expected);
        }
    }
}
