//! What the script has called when objects are freed: `__del__`, and the callbacks of weak references.
//!
//! An object is finalized once; then its weak references are cleared and call back, the newest first; then goes what it held
//! (`typeobject.c`, `subtype_dealloc`; `weakrefobject.c`, `PyObject_ClearWeakRefs`). Generators, coroutines and functions clear
//! their weak references before anything else.

use indexmap::IndexMap;

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{NO_CELL, Value};
use crate::policy::Discipline;
use crate::trace::{EventKind, Sink};

use super::garbage::plainly;
use super::task::Input;
use super::{Engine, Standing, Stop};

/// Weak references that call back, by what they refer to: the oldest first.
#[derive(Debug, Default)]
pub(super) struct Callbacks(IndexMap<Value, Vec<Value>>);

impl Callbacks {
    /// Whether none calls back.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `reference` calls back when `target` is freed.
    pub(super) fn insert(&mut self, target: Value, reference: Value) {
        self.0.entry(plainly(target)).or_default().push(reference);
    }

    /// Whether somebody is called when `target` is freed.
    #[inline]
    pub(super) fn has(&self, target: Value) -> bool {
        !self.0.is_empty() && self.0.contains_key(&plainly(target))
    }

    /// The references to what is freed, the newest first.
    pub(super) fn take(&mut self, target: Value) -> Vec<Value> {
        let mut references = self.0.shift_remove(&plainly(target)).unwrap_or_default();
        references.reverse();
        references
    }

    /// Forgets the references that are not kept.
    pub(super) fn retain(&mut self, keeps: impl Fn(Value) -> bool) {
        self.0.retain(|_, references| {
            references.retain(|reference| keeps(*reference));
            !references.is_empty()
        });
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether an object has a `__del__` that was not called yet.
    pub(super) fn is_to_be_finalized(&self, value: Value) -> bool {
        matches!(value, Value::Instance(at) if self.program.finalizes && !self.vm.heap.instance_object(at).is_finalized)
            && self.vm.heap.own_method(value, "__del__").is_some()
    }

    /// What is freed goes among what is lost, and those whom its weak references call. `is_alive` says of a reference whether it
    /// is still there.
    pub(super) fn lose(&mut self, value: Value, is_alive: impl Fn(&Self, Value) -> bool) {
        let mut references = if self.weak.callbacks.has(value) { self.weak.callbacks.take(value) } else { Vec::new() };
        references.retain(|reference| is_alive(self, *reference));
        let is_cleared_last = matches!(value, Value::Instance(_) | Value::Task(_) | Value::Future(_));
        if !is_cleared_last {
            self.lost.append(&mut references);
        }
        if self.matters_itself(value) {
            self.note_told(value);
            self.lost.push(value);
        }
        self.lost.append(&mut references);
    }

    /// An object that is freed is finalized, or a weak reference calls back. What that raises is told to nobody who could take it.
    pub(super) fn finalize_object(&mut self, lost: Value) -> Result<(), Stop> {
        let callback = self.vm.heap.field(lost, "__callback__").filter(|callback| *callback != Value::None);
        let (function, is_callback) = match (self.vm.heap.own_method(lost, "__del__"), callback) {
            (Some(finalizer), _) => (finalizer, false),
            (None, Some(callback)) => (callback, true),
            (None, None) => return Ok(()),
        };
        if is_callback {
            self.vm.heap.set_field(lost, "__callback__", Value::None);
        }
        self.call_unheard(function, &[lost], if is_callback { Unheard::Callback } else { Unheard::Finalizer })
    }

    /// Nothing may hold these any more: what is to be done then is done; `acc` is held meanwhile.
    pub(super) fn close_unheld(&mut self, old: Vec<Value>, acc: Value) -> Result<(), Stop> {
        if !self.program.finalizes {
            return self.close_together(old, acc);
        }
        // One after the other: what is freed with the first may be what the second still holds.
        for (index, value) in old.iter().enumerate() {
            let kept = self.kept.len();
            self.kept.extend(&old[index + 1..]);
            self.close_together(vec![*value], acc)?;
            self.kept.truncate(kept);
        }
        Ok(())
    }

    fn close_together(&mut self, old: Vec<Value>, acc: Value) -> Result<(), Stop> {
        if self.may_free_what_matters(&old)
            || self.is_watched() && (self.has_losses() || old.iter().any(|value| self.is_left_pending(*value)))
        {
            self.standing.push(Standing::keeping(acc));
            self.look_and_tell(&old)?;
            self.standing.pop();
        }
        Ok(())
    }

    /// The interpreter leaves: calls what the script has registered for that (`atexitmodule.c`, `atexit_callfuncs`).
    pub(super) fn call_at_exit(&mut self) -> Result<(), Stop> {
        let Some(takes) = self.global_of_library("atexit.take_last") else { return Ok(()) };
        (self.activation, self.current) = (NO_CELL, None);
        while let Ok(taken) = self.call_to_its_end(takes, &[])?
            && let Value::Tuple(at) = taken
        {
            let &[call, function] = self.vm.heap.tuple_items(at) else { unreachable!("it gives two") };
            self.kept.push(function);
            self.call_unheard(call, &[], Unheard::AtExit(function))?;
            self.kept.pop();
        }
        Ok(())
    }

    /// Calls what has nobody to hear what it raises; a hook of the script hears it (`errors.c`, `_PyErr_WriteUnraisableMsg`).
    fn call_unheard(&mut self, function: Value, arguments: &[Value], what: Unheard) -> Result<(), Stop> {
        let Err(raised) = self.call_to_its_end(function, arguments)? else { return Ok(()) };
        let (called, is_at_exit) = match what {
            Unheard::AtExit(called) => (called, true),
            Unheard::Finalizer | Unheard::Callback => (function, false),
        };
        if !self.tell_unraisable(raised, called, is_at_exit)? {
            self.warn_unheard(what.words(), raised);
        }
        Ok(())
    }

    /// Tells a hook of the script, if it has one.
    pub(super) fn tell_unraisable(&mut self, raised: Raised, from: Value, is_at_exit: bool) -> Result<bool, Stop> {
        if !self.has_own_hook("unraisablehook") {
            return Ok(false);
        }
        let Some(tells) = self.global_of_library("sys.tell_unraisable") else { return Ok(false) };
        self.kept.push(raised.0);
        let heard = self.call_to_its_end(tells, &[raised.0, from, Value::bool(is_at_exit)])?;
        self.kept.pop();
        if let Err(again) = heard {
            self.warn_unheard("sys.unraisablehook", again);
        }
        Ok(true)
    }

    fn warn_unheard(&mut self, what: &str, raised: Raised) {
        let shown = self.shown(raised.0);
        self.tell(EventKind::Warning { text: &format!("Exception ignored in {what}: {shown}") });
    }

    /// Whether the script has put another function in the place of this hook of `sys`.
    fn has_own_hook(&self, name: &str) -> bool {
        let hook = self.global_of_library(&format!("sys.{name}"));
        hook.is_some() && hook != self.global_of_library(&format!("sys.__{name}__"))
    }

    /// The program ends with this: `sys.excepthook` hears of it, if it is the script's (`pythonrun.c`, `_PyErr_PrintEx`).
    pub(super) fn hear_end(&mut self, ended: Input) -> Result<Input, Stop> {
        if let Err(raised) = ended
            && self
                .vm
                .heap
                .class_of(raised.0)
                .is_some_and(|class| !self.vm.heap.is_subclass(class, ClassId::SYSTEM_EXIT))
            && self.has_own_hook("excepthook")
            && let Some(tells) = self.global_of_library("sys.tell_end")
        {
            (self.activation, self.current) = (NO_CELL, None);
            self.kept.push(raised.0);
            if let Err(again) = self.call_to_its_end(tells, &[raised.0])? {
                let shown = self.shown(again.0);
                self.tell(EventKind::Warning { text: &format!("Error in sys.excepthook: {shown}") });
            }
            self.kept.pop();
        }
        Ok(ended)
    }
}

/// What has nobody to hear what it raises.
#[derive(Clone, Copy)]
enum Unheard {
    Finalizer,
    Callback,
    AtExit(Value),
}

impl Unheard {
    const fn words(self) -> &'static str {
        match self {
            Self::Finalizer => "__del__",
            Self::Callback => "a weakref callback",
            Self::AtExit(_) => "a function called at exit",
        }
    }
}
