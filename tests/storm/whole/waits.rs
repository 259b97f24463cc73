//! Waiting for others: `wait`, timeouts, shields, `as_completed` and task groups.

use kitchen_sim::script::PythonVersion;

use super::writer::{Kinds, Writer};

pub(super) const WAIT: Kinds = &[(4, Writer::wait), (2, Writer::gather), (1, Writer::wait_wrongly), (2, Writer::start)];
pub(super) const TIMEOUT: Kinds = &[(5, Writer::timeout), (4, Writer::wait_for)];
pub(super) const SHIELD: Kinds = &[(4, Writer::shield), (1, Writer::shield_kept)];
pub(super) const COMPLETED: Kinds = &[(4, Writer::completed), (1, Writer::start)];
pub(super) const GROUP: Kinds = &[(1, Writer::group)];

impl Writer {
    /// A list of tasks and futures.
    fn futures_list(&mut self) -> String {
        let mut list: Vec<String> = (0..self.dice.between(1, 3))
            .map(|_| match self.dice.below(8) {
                0..3 => self.older(),
                3 => self.future(),
                4 => format!("asyncio.ensure_future(fail({}, {}))", self.delay(), self.tag()),
                5 => format!("asyncio.shield({})", self.awaitable()),
                _ => format!("asyncio.ensure_future({})", self.awaitable()),
            })
            .collect();
        if self.dice.chance(15) {
            list.push(list[0].clone());
        }
        let list = list.join(", ");
        match self.dice.below(6) {
            0 => format!("{{{list}}}"),
            1 => format!("({list},)"),
            2 => format!("tasks[:{} % me + 1]", self.place()),
            _ => format!("[{list}]"),
        }
    }

    fn wait(&mut self) {
        let (list, limit, mode) = (self.futures_list(), self.limit(), self.mode());
        self.guard(&format!("await waiting({list}, {limit}, {mode})"));
    }

    fn wait_wrongly(&mut self) {
        let wrong = self.dice.choose(&[
            "waiting([], 1, asyncio.ALL_COMPLETED)",
            "waiting(tasks, 1, \"SOME\")",
            "waiting(tasks[0], 1, asyncio.ALL_COMPLETED)",
        ]);
        self.guard(&format!("await {wrong}"));
    }

    fn gather(&mut self) {
        let children = self.several(4).join(", ");
        let how = self.dice.choose(&["", ", return_exceptions=True"]);
        self.guard(&format!("await asyncio.gather({children}{how})"));
    }

    fn wait_for(&mut self) {
        let (awaitable, limit) = (self.awaitable(), self.limit());
        self.guard(&format!("await asyncio.wait_for({awaitable}, {limit})"));
    }

    /// `async with asyncio.timeout(…)`
    fn timeout(&mut self) {
        let (limit, tag, late) = (self.limit(), self.tag(), self.limit());
        let limit = if limit == "None" || self.dice.chance(60) {
            format!("asyncio.timeout({limit})")
        } else {
            format!("asyncio.timeout_at(loop.time() + {limit})")
        };
        let reschedules = self.dice.chance(30);
        let when = if late == "None" { late.to_owned() } else { format!("loop.time() + {late}") };
        self.line("try:");
        self.inside(|writer| {
            writer.line(&format!("async with {limit} as limit_{tag}:"));
            writer.inside(|writer| {
                if reschedules && writer.dice.chance(50) {
                    writer.guard(&format!("limit_{tag}.reschedule({when})"));
                }
                if writer.has_room() {
                    writer.nested("if True:", 3);
                } else {
                    writer.guarded();
                }
                if reschedules {
                    writer.line(&format!("limit_{tag}.reschedule({when})"));
                    writer.line("await asyncio.sleep(0.1)");
                }
            });
        });
        let class = self.dice.choose(&["TimeoutError", "TimeoutError", "Exception", "BaseException"]);
        self.short(&format!("except {class} as error:"), &format!("tell({tag}, error)"));
        if self.dice.chance(50) {
            self.tell("asyncio.current_task().cancelling()");
        }
    }

    fn shield(&mut self) {
        let awaitable = self.awaitable();
        match self.dice.below(3) {
            0 => self.guard(&format!("await asyncio.shield({awaitable})")),
            1 => {
                let limit = self.limit();
                self.guard(&format!("await asyncio.wait_for(asyncio.shield({awaitable}), {limit})"));
            }
            _ => self.guard(&format!("await asyncio.shield(asyncio.ensure_future({awaitable}))")),
        }
    }

    /// A shield that is cancelled by hand, or looked at.
    fn shield_kept(&mut self) {
        let (awaitable, delay, tag) = (self.awaitable(), self.delay(), self.tag());
        self.line(&format!("shield_{tag} = asyncio.shield({awaitable})"));
        self.line(&format!("loop.call_later({delay}, shield_{tag}.cancel)"));
        self.guard(&format!("await shield_{tag}"));
        self.tell(&format!("shield_{tag}.cancelled()"));
    }

    fn completed(&mut self) {
        let (list, limit, tag) = (self.several(4).join(", "), self.limit(), self.tag());
        let timeout = self.dice.choose(&["", "timeout"]);
        let timeout = if timeout.is_empty() { String::new() } else { format!(", timeout={limit}") };
        let is_async = self.python >= PythonVersion::V3_13 && self.dice.chance(50);
        self.line("try:");
        self.inside(|writer| {
            let kind = if is_async { "async for" } else { "for" };
            writer.line(&format!("{kind} each in asyncio.as_completed([{list}]{timeout}):"));
            writer.inside(|writer| {
                if is_async {
                    writer.tell("places([each])");
                }
                writer.guard("await each");
            });
        });
        self.short("except Exception as error:", &format!("tell({tag}, error)"));
    }

    /// `async with asyncio.TaskGroup()`
    fn group(&mut self) {
        let (tag, children) = (self.tag(), self.dice.between(0, 3));
        let end = self.dice.below(4);
        self.line("try:");
        self.inside(|writer| {
            writer.line(&format!("async with asyncio.TaskGroup() as group_{tag}:"));
            writer.inside(|writer| {
                for _ in 0..children {
                    writer.group_child(tag);
                }
                if writer.has_room() {
                    writer.nested("if True:", 3);
                } else {
                    writer.guarded();
                }
                if children == 0 || writer.dice.chance(20) {
                    writer.group_child(tag);
                }
            });
        });
        match end {
            0 => self.short("except* KeyError as error:", &format!("tell({tag}, error)")),
            1 => {
                let other = self.tag();
                self.short("except* KeyError as error:", &format!("tell({tag}, error)"));
                self.short("except* Exception as error:", &format!("tell({other}, error)"));
            }
            2 => self.short("except BaseExceptionGroup as error:", &format!("tell({tag}, error)")),
            _ => self.short("except BaseException as error:", &format!("tell({tag}, error)")),
        }
        if self.dice.chance(50) {
            self.tell("asyncio.current_task().cancelling()");
        }
        if self.dice.chance(10) {
            let late = format!("group_{tag}.create_task(asyncio.sleep(0))");
            self.line("try:");
            self.inside(|writer| writer.line(&late));
            self.short("except RuntimeError as error:", &format!("print({tag}, len(error.args))"));
        }
    }

    fn group_child(&mut self, tag: usize) {
        let (delay, value) = (self.delay(), self.tag());
        let child = match self.dice.below(6) {
            0 => format!("join_in(group_{tag}, {delay}, {value})"),
            1 => format!("fail({delay}, {value})"),
            _ => self.coroutine("me"),
        };
        let create = format!("group_{tag}.create_task({child})");
        let create = if self.dice.chance(30) { format!("tasks.append({create})") } else { create };
        self.line(&create);
    }
}
