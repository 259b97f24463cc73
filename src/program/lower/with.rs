//! `with` and `async with`: methods called on the way in and on every way out (`compile.c`, `compiler_with`).

use crate::program::code::{Constant, Op, Protocol, Slot};
use crate::script::{Expression, ExpressionKind, Statement, WithItem};
use crate::signatures::builtins::{Builtin, BuiltinType};

use super::Lowering;
use super::exit::{Cleanup, Finally};
use super::guard::names_a_base;

impl<'a> Lowering<'a> {
    /// `with items: body`; each item is a `with` of its own around the next.
    pub(super) fn with(
        &mut self,
        statement: &'a Statement,
        items: &'a [WithItem],
        body: &'a [Statement],
        is_async: bool,
    ) {
        let Some((item, rest)) = items.split_first() else { return self.block(body) };
        let place = self.frame().last_place();
        let mark = self.frame().mark();
        // Where nothing leaves early, nobody asks for these.
        let may_leave = body.iter().any(Statement::may_leave);
        let ways: Option<[Slot; 2]> = may_leave.then(|| self.kept());
        let [context] = self.kept();
        let [way, kept] = ways.unwrap_or([context; 2]);
        let unbound = self.constant(Constant::Unbound);
        self.fill_slot(&item.context, context);
        if let Some(Expression { kind: ExpressionKind::Name(name), .. }) = &item.target
            && self.makes_a_thing(&item.context)
        {
            let name = self.names.intern(name);
            self.emit(Op::Local(context));
            self.emit(Op::Christen(name));
        }
        let outside = self.enter_part_since(13, &item.context, statement);
        let at_once = is_async.then(|| self.enter_at_once(context));
        let protocol = if is_async { Protocol::AsyncContext } else { Protocol::Context };
        self.emit(Op::CheckProtocol(context, protocol));
        self.call_dunder(context, if is_async { "__aenter__" } else { "__enter__" }, &[], is_async);
        at_once.into_iter().for_each(|op| self.frame().skip_to_here(op));
        self.leave_part(outside);
        let before = self.frame().flow.clone();
        let finally = Finally { way, kept, entries: Vec::new(), exits: Vec::new() };
        self.frame().cleanups.push(Cleanup::Finally(finally));
        let from = self.frame().here();
        if let Some(target) = &item.target {
            self.store(target);
        }
        self.guarded(names_a_base(&item.context), |lowering| lowering.with(statement, rest, body, is_async));
        let to = self.frame().here();
        let Some(Cleanup::Finally(finally)) = self.frame().cleanups.pop() else { return };
        let mut entries = finally.entries;
        let has_exits = !finally.exits.is_empty();
        debug_assert!(may_leave || !has_exits, "what leaves was seen before");
        if has_exits {
            self.set_way(way, Finally::NORMAL);
        }
        entries.push((self.frame().jump(Op::Jump), self.frame().flow.clone()));
        self.handle(from, to);
        self.frame().flow = before;
        self.blur(body);
        for target in items.iter().filter_map(|item| item.target.as_ref()) {
            self.blur_target(target);
        }
        let [class, exception, traceback] = self.kept();
        self.emit(Op::Store(exception));
        self.frame().place(place);
        let outside = self.enter_part_since(13, &item.context, statement);
        let from = self.frame().here();
        self.exit_raised([context, class, exception, traceback], is_async);
        let swallowed = self.frame().jump(Op::JumpIfTrue);
        self.emit(Op::Local(exception));
        self.emit(Op::Reraise);
        self.note_handling(from, exception);
        self.frame().aim_here(swallowed);
        // Behind the exit nothing is being handled any more.
        self.forget_exception(exception);
        self.emit(Op::StoreConstant(exception, unbound));
        self.let_go_of_manager(context);
        let end = self.frame().jump(Op::Jump);
        let after_swallowing = self.frame().flow.clone();
        self.frame().end_path();
        self.join(entries);
        self.exit_quietly(context, class, is_async);
        self.let_go_of_manager(context);
        if has_exits {
            self.go_on(way, kept, exception, &finally.exits);
        }
        self.frame().aim_here(end);
        self.frame().meet(after_swallowing);
        self.leave_part(outside);
        self.frame().release(mark);
    }

    /// Behind its exit nothing holds what was entered.
    fn let_go_of_manager(&mut self, context: Slot) {
        if self.lets_go && !self.is_body {
            let unbound = self.constant(Constant::Unbound);
            self.emit(Op::Constant(unbound));
            self.emit(Op::Replace(context));
        }
    }

    /// acc = context.exit(type(exception), exception, exception.__traceback__), called where these stand. Nothing needs their slots before: so
    /// the body's own temporaries may lie there.
    fn exit_raised(&mut self, [context, class, exception, traceback]: [Slot; 4], is_async: bool) {
        let name_of_traceback = self.names.intern("__traceback__");
        self.emit(Op::CallBuiltin(Builtin::Type(BuiltinType::Type), exception, 1));
        self.emit(Op::Store(class));
        self.emit(Op::Local(exception));
        self.emit(Op::Attribute(name_of_traceback));
        self.emit(Op::Store(traceback));
        self.call_dunder_in(context, if is_async { "__aexit__" } else { "__exit__" }, 3, is_async);
    }

    /// context.exit(None, None, None), whose arguments stand in slots from `first` on, behind the context's
    fn exit_quietly(&mut self, context: Slot, first: Slot, is_async: bool) {
        let at_once = is_async.then(|| self.frame().jump(|_| Op::ExitAhead(0, context)));
        self.emit(Op::StoreNones(first, 3));
        self.call_dunder_in(context, if is_async { "__aexit__" } else { "__exit__" }, 3, is_async);
        at_once.into_iter().for_each(|op| self.frame().skip_to_here(op));
    }

    /// An op that may do at once what the next ones do: call `__aenter__` of what stands in a slot, in the slot that is free next, and
    /// await it. Returns its index.
    fn enter_at_once(&mut self, context: Slot) -> usize {
        let mark = self.frame().mark();
        let receiver = self.temporary();
        let method = self.method("__aenter__");
        self.frame().release(mark);
        self.frame().jump(|_| Op::EnterAhead(0, method, context, receiver))
    }

    /// acc = receiver.name(arguments), awaited where `is_async`
    pub(super) fn call_dunder(&mut self, receiver: Slot, name: &str, arguments: &[Slot], is_async: bool) {
        let mark = self.frame().mark();
        let first = self.temporary();
        self.emit(Op::Copy(first, receiver));
        for argument in arguments {
            let slot = self.temporary();
            self.emit(Op::Copy(slot, *argument));
        }
        let count = u8::try_from(arguments.len()).expect("such methods take few arguments");
        self.call_dunder_in(first, name, count, is_async);
        self.frame().release(mark);
    }

    /// acc = first.name(first + 1, … count), awaited where `is_async`
    fn call_dunder_in(&mut self, first: Slot, name: &str, count: u8, is_async: bool) {
        let method = self.method(name);
        self.emit(Op::CallMethod(method, first, count));
        if is_async {
            self.emit_await();
        }
    }
}
