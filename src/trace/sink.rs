//! Where events go.

use crate::units::Names;

use super::event::Event;

/// How much a trace tells. Each level holds the ones before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// No events.
    None,
    /// Prints alone.
    Prints,
    /// What tasks do.
    #[default]
    Tasks,
    /// What the loop does, too.
    Loop,
}

/// A receiver of events, in order.
pub trait Sink {
    /// How much it wants to be told. Asked for every event: the answer is constant during a run.
    fn detail(&self) -> Detail;

    /// Takes one event; `names` has the text of every name in it.
    fn event(&mut self, names: &Names, event: &Event<&str>);

    /// Whether it wants no more: its reader is gone. Asked once a pass.
    fn is_closed(&self) -> bool {
        false
    }
}

/// Drops everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Discard;

impl Sink for Discard {
    #[inline(always)]
    fn detail(&self) -> Detail {
        Detail::None
    }

    #[inline(always)]
    fn event(&mut self, _names: &Names, _event: &Event<&str>) {}
}

impl<S: Sink + ?Sized> Sink for &mut S {
    fn detail(&self) -> Detail {
        (**self).detail()
    }

    fn event(&mut self, names: &Names, event: &Event<&str>) {
        (**self).event(names, event);
    }

    fn is_closed(&self) -> bool {
        (**self).is_closed()
    }
}
