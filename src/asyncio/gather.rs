//! `asyncio.gather` (`tasks.py`, `gather` and `_GatheringFuture`): what a finished child means for the whole.

use crate::kernel::{Future, FutureState, Gather, Value};

/// What a finished child means for its gather.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// Others are still to come, or the gather is over already.
    Waiting,
    /// The gather ends with this exception; the other children run on.
    Failed(Value),
    /// All are done: the gather ends with the list of results.
    AllDone,
    /// All are done, and the gather was cancelled meanwhile.
    Cancelled,
}

/// Counts a finished child. `exception` is the child's own, its `CancelledError` if it was cancelled; `is_over` says whether the
/// gather has ended before.
pub fn report(gather: &mut Gather, exception: Option<Value>, is_over: bool) -> Report {
    gather.finished += 1;
    if is_over {
        return Report::Waiting;
    }
    if let (Some(exception), false) = (exception, gather.returns_exceptions) {
        return Report::Failed(exception);
    }
    if gather.finished < gather.distinct {
        Report::Waiting
    } else if gather.cancel_requested {
        Report::Cancelled
    } else {
        Report::AllDone
    }
}

/// Counts a child that returned, the common case: the gather is not over, and others are still to come. Else nothing is done.
#[inline]
pub fn count(future: &mut Future) -> bool {
    let (FutureState::Pending, Some(gather)) = (future.state, &mut future.gather) else { return false };
    let is_counted = gather.finished + 1 < gather.distinct;
    gather.finished += u32::from(is_counted);
    is_counted
}

/// The same of a child that ends just now, ahead of its report, which is not to come. That is the same only where no report of another child
/// is under way: it would be the last one then, and came before.
#[inline]
pub fn count_ahead(future: &mut Future) -> bool {
    let may_count = future.gather.as_ref().is_some_and(|gather| gather.counts_ahead && gather.under_way == 0);
    may_count && count(future)
}

/// The report of a child is put into the ready queue.
#[inline]
pub fn expect(future: &mut Future) {
    if let Some(gather) = &mut future.gather {
        gather.under_way += 1;
    }
}

/// The report of a child has come.
#[inline]
pub fn arrive(future: &mut Future) {
    if let Some(gather) = &mut future.gather {
        gather.under_way = gather.under_way.saturating_sub(1);
    }
}

/// Whether the gather needs its children no more.
#[must_use]
pub fn is_complete(gather: &Gather) -> bool {
    gather.finished == gather.distinct
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gather(distinct: u32, returns_exceptions: bool) -> Gather {
        Gather { distinct, returns_exceptions, ..Gather::default() }
    }

    #[test]
    fn the_first_exception_ends_it_and_the_rest_is_waited_for_in_silence() {
        let mut failing = gather(3, false);
        assert_eq!(report(&mut failing, None, false), Report::Waiting);
        assert_eq!(report(&mut failing, Some(Value::None), false), Report::Failed(Value::None));
        assert_eq!(report(&mut failing, None, true), Report::Waiting);
        assert!(is_complete(&failing));
    }

    #[test]
    fn wanted_exceptions_are_results_and_a_cancelled_gather_ends_cancelled() {
        let mut tolerant = gather(1, true);
        assert_eq!(report(&mut tolerant, Some(Value::None), false), Report::AllDone);
        let mut cancelled = Gather { cancel_requested: true, ..gather(1, true) };
        assert_eq!(report(&mut cancelled, None, false), Report::Cancelled);
    }
}
