//! Calls with `*` and `**`: their arguments are gathered in a list and a dict.

use crate::program::code::{Constant, Op, Slot};
use crate::script::{Argument, Expression, Identifier};

use super::Lowering;

impl<'a> Lowering<'a> {
    /// Calls what is in the first slot, the general way.
    pub(super) fn call_unpacked(&mut self, first: Slot, arguments: &'a [Argument]) {
        let positional = self.temporary();
        let keywords = self.temporary();
        let is_alone = is_one_unpacked(arguments);
        if !is_alone {
            self.emit(Op::NewList);
            self.emit(Op::Store(positional));
        }
        self.emit(Op::NewDict);
        self.emit(Op::Store(keywords));
        let mut has_spread = false;
        for argument in arguments {
            match argument {
                Argument::Positional(value) => {
                    self.expression(value);
                    self.emit(Op::Append(positional));
                }
                Argument::Unpacked(values) => {
                    self.expression(values);
                    self.emit(if is_alone { Op::Store(positional) } else { Op::Extend(positional) });
                }
                Argument::Keyword(name, value) => self.keyword(name, value, keywords, has_spread),
                Argument::UnpackedKeywords(values) => {
                    self.expression(values);
                    self.emit(Op::SpreadKeywords(keywords));
                    has_spread = true;
                }
            }
        }
        if is_alone {
            // CPython goes through it where it calls.
            self.emit(Op::Local(positional));
            self.emit(Op::Spread(positional));
        }
        self.emit(Op::CallUnpacked(first));
    }

    /// A keyword of a call that unpacks others, which may have it, too.
    fn keyword(&mut self, name: &Identifier, value: &'a Expression, keywords: Slot, has_spread: bool) {
        let mark = self.frame().mark();
        let (own, key) = (self.temporary(), self.temporary());
        let constant = self.constant(Constant::Str(name.name.clone()));
        self.emit(Op::StoreConstant(key, constant));
        if has_spread {
            self.emit(Op::NewDict);
            self.emit(Op::Store(own));
        }
        self.expression(value);
        self.emit(Op::PutInDict(if has_spread { own } else { keywords }, key));
        if has_spread {
            self.emit(Op::Local(own));
            self.emit(Op::SpreadKeywords(keywords));
        }
        self.frame().release(mark);
    }
}

/// Whether all positional arguments are unpacked from one value.
fn is_one_unpacked(arguments: &[Argument]) -> bool {
    let mut positional =
        arguments.iter().filter(|argument| matches!(argument, Argument::Positional(_) | Argument::Unpacked(_)));
    matches!((positional.next(), positional.next()), (Some(Argument::Unpacked(_)), None))
}
