//! The library's own bodies: functions of the language that carry out functions of asyncio, hidden from traces.

use crate::program::scope::Bindings;
use crate::script::{Function, Statement, StatementKind};
use crate::signatures::asyncio::Function as LibraryFunction;
use crate::units::CodeId;

use super::Lowering;
use super::frame::{Frame, FrameKind};
use super::told;

impl<'a> Lowering<'a> {
    /// Lowers the library's bodies; returns them by the number of the function that each carries out.
    pub(super) fn bodies(&mut self, library: &'a [Statement]) -> Vec<Option<CodeId>> {
        let mut bodies = vec![None; LibraryFunction::ALL.len()];
        let name = self.names.intern("<library>");
        self.is_body = true;
        self.frames.push(Frame::of_module(name, Default::default()));
        for statement in library {
            let StatementKind::Function(function) = &statement.kind else {
                unreachable!("the library holds functions alone")
            };
            let carried_out = LibraryFunction::inside(&function.name.name)
                .unwrap_or_else(|| unreachable!("`{}` carries out nothing", function.name.name));
            bodies[carried_out as usize] = Some(self.body(function));
        }
        self.frames.pop();
        self.is_body = false;
        bodies
    }

    fn body(&mut self, function: &'a Function) -> CodeId {
        let bindings = Bindings::of_function(&function.parameters, &function.body);
        let kind = if function.is_async { FrameKind::Coroutine } else { FrameKind::Function };
        self.open(&function.name.name, kind, bindings, &function.parameters, Vec::new());
        self.block(&function.body);
        let (code, _) = self.close(&function.parameters, None, function.name.span);
        // A method's own name stands behind its type's.
        let name = function.name.name.as_str();
        let told = self.names.intern(told::of_body(name, self.python));
        let own = name.split_once('_').filter(|(owner, _)| owner.starts_with(|first: char| first.is_uppercase()));
        self.codes[code].name = self.names.intern(own.map_or(name, |(_, own)| own));
        let qualified = match own {
            Some(("AsCompleted", own)) => format!("_AsCompletedIterator.{own}"),
            Some((owner, own)) => format!("{owner}.{own}"),
            None if name == "_wait_for_one" && self.python >= 13 => "_AsCompletedIterator._wait_for_one".to_owned(),
            None if name == "_wait_for_one" => "as_completed.<locals>._wait_for_one".to_owned(),
            None => name.to_owned(),
        };
        self.codes[code].qualified = self.names.intern(&qualified);
        self.codes[code].is_hidden = true;
        self.codes[code].told_as = Some(told);
        code
    }
}
