//! Errors, and what is done about them; asynchronous generators.

use super::writer::{Kinds, Writer};

pub(super) const ERRORS: Kinds = &[
    (4, Writer::attempt),
    (3, Writer::raise),
    (3, Writer::guarded),
    (1, Writer::attempt_star),
    (2, Writer::take_back),
];
pub(super) const GENERATORS: Kinds = &[(2, Writer::generate), (2, Writer::generate_by_hand)];

impl Writer {
    /// An expression whose errors are caught and told; some of the cancellations, too.
    pub(super) fn guard(&mut self, value: &str) {
        self.line("try:");
        self.inside(|writer| writer.tell(value));
        let awaits = value.contains("await");
        if awaits && self.dice.chance(40) {
            self.catch_cancellation();
        }
        let tag = self.tag();
        self.short("except Exception as error:", &format!("tell({tag}, error)"));
        if awaits && self.dice.chance(15) {
            self.line("finally:");
            self.inside(Self::clean_up);
        }
    }

    /// A wait, in one of the ways in which it is interrupted.
    pub(super) fn interrupted(&mut self, wait: &str) {
        let limit = self.limit();
        match self.dice.below(10) {
            0..3 => self.tell(&format!("await {wait}")),
            3..5 => self.guard(&format!("await asyncio.wait_for({wait}, {limit})")),
            5 => {
                let tag = self.tag();
                self.line("try:");
                self.inside(|writer| {
                    writer.line(&format!("async with asyncio.timeout({limit}):"));
                    writer.inside(|writer| writer.tell(&format!("await {wait}")));
                });
                self.short("except TimeoutError as error:", &format!("tell({tag}, error)"));
            }
            _ => self.guard(&format!("await {wait}")),
        }
    }

    fn catch_cancellation(&mut self) {
        let tag = self.tag();
        self.line("except asyncio.CancelledError as error:");
        self.inside(|writer| {
            writer.line(&format!("tell({tag}, error)"));
            match writer.dice.below(8) {
                0..2 => writer.line("raise"),
                2 => writer.tell("asyncio.current_task().uncancel()"),
                3 => {
                    writer.clean_up();
                    writer.line("raise");
                }
                4 => writer.clean_up(),
                5 => {
                    let value = writer.tag();
                    let cause = writer.dice.choose(&["", " from error", " from None"]);
                    writer.line(&format!("raise ValueError({value}){cause}"));
                }
                6 => writer.tell("asyncio.current_task().cancelling()"),
                _ => {}
            }
        });
    }

    /// What is awaited inside of `except` and `finally`.
    fn clean_up(&mut self) {
        match self.dice.below(5) {
            0..3 => {
                let delay = self.delay();
                self.line(&format!("await asyncio.sleep({delay})"));
            }
            3 => {
                let awaitable = self.awaitable();
                self.tell(&format!("await ({awaitable})"));
            }
            _ => self.tell("loop.time()"),
        }
    }

    fn raise(&mut self) {
        let tag = self.tag();
        let error = match self.dice.below(6) {
            0 => format!("ValueError({tag})"),
            1 => format!("KeyError({tag})"),
            2 => "TimeoutError".to_owned(),
            3 => format!("asyncio.CancelledError({tag})"),
            4 => format!("ExceptionGroup(\"all\", [KeyError({tag}), ValueError({tag})])"),
            _ => "asyncio.QueueEmpty".to_owned(),
        };
        let least = self.dice.choose(&["0", "0.1", "0.2"]);
        self.short(&format!("if loop.time() > {least}:"), &format!("raise {error}"));
    }

    fn attempt(&mut self) {
        if !self.has_room() {
            return self.guarded();
        }
        self.nested("try:", 3);
        let (tag, other) = (self.tag(), self.tag());
        let class = self.dice.choose(&[
            "Exception",
            "ValueError",
            "(KeyError, TimeoutError)",
            "asyncio.CancelledError",
            "BaseException",
        ]);
        let has_handler = self.dice.chance(75);
        if has_handler {
            self.short(&format!("except {class} as error:"), &format!("tell({tag}, error)"));
            if self.dice.chance(30) {
                self.inside(Self::clean_up);
            }
            if self.dice.chance(30) {
                let raise = self.dice.choose(&["raise", "raise ValueError(0) from error", "raise KeyError(0)"]);
                self.inside(|writer| writer.line(raise));
            }
            if self.dice.chance(25) {
                self.short("else:", &format!("print({other})"));
            }
        }
        if !has_handler || self.dice.chance(50) {
            self.line("finally:");
            self.inside(|writer| {
                writer.clean_up();
                if writer.dice.chance(10) {
                    writer.line(&format!("return {other}"));
                }
            });
        }
    }

    fn attempt_star(&mut self) {
        let (tag, other, awaitable) = (self.tag(), self.tag(), self.awaitable());
        self.line("try:");
        self.inside(|writer| {
            writer.tell(&format!("await ({awaitable})"));
            writer.raise();
        });
        self.short("except* (KeyError, TimeoutError) as error:", &format!("tell({tag}, error)"));
        if self.dice.chance(40) {
            self.inside(Self::clean_up);
        }
        self.short("except* ValueError as error:", &format!("tell({other}, error)"));
    }

    fn take_back(&mut self) {
        let asked = self.dice.choose(&["uncancel", "cancelling"]);
        self.tell(&format!("asyncio.current_task().{asked}()"));
    }

    fn generate(&mut self) {
        let (count, delay, tag) = (self.dice.between(1, 3), self.delay(), self.tag());
        self.line(&format!("numbers_{tag} = kept(numbers({count}, {delay}))"));
        self.line("try:");
        self.inside(|writer| {
            writer.line(&format!("async for number in numbers_{tag}:"));
            writer.inside(|writer| {
                writer.tell("number");
                if writer.dice.chance(50) {
                    writer.guarded();
                }
                if writer.dice.chance(30) {
                    writer.short("if number:", "break");
                }
            });
        });
        self.short("finally:", &format!("await numbers_{tag}.aclose()"));
    }

    fn generate_by_hand(&mut self) {
        let (count, delay, tag) = (self.dice.between(0, 2), self.delay(), self.tag());
        self.line(&format!("numbers_{tag} = kept(numbers({count}, {delay}))"));
        for _ in 0..self.dice.between(1, 3) {
            match self.dice.below(4) {
                0 => self.guard(&format!("await numbers_{tag}.asend(None)")),
                1 => self.guard(&format!("await numbers_{tag}.athrow(ValueError({tag}))")),
                _ => self.guard(&format!("await anext(numbers_{tag}, -1)")),
            }
        }
        self.guard(&format!("await numbers_{tag}.aclose()"));
    }
}
