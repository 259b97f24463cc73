//! Decorators of functions and classes.

use crate::program::code::{Op, Slot};
use crate::script::Expression;

use super::Lowering;

impl<'a> Lowering<'a> {
    /// Evaluates decorators, outermost first; each is called later.
    pub(super) fn decorators(&mut self, decorators: &'a [Expression]) -> Vec<(&'a Expression, Slot)> {
        let mut evaluated = Vec::new();
        for decorator in decorators {
            if self.says_nothing(decorator) {
                continue;
            }
            let slot = self.temporary();
            self.temporary();
            self.fill_slot(decorator, slot);
            evaluated.push((decorator, slot));
        }
        evaluated
    }

    /// acc = what the decorators make of acc, the innermost first
    pub(super) fn decorate(&mut self, decorators: &[(&'a Expression, Slot)]) {
        for (decorator, slot) in decorators.iter().rev() {
            let outside = self.enter_part(decorator);
            self.emit(Op::Store(slot + 1));
            self.emit(Op::Call(*slot, 1));
            self.leave_part(outside);
        }
    }
}
