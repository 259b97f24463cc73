//! Queues of all three orders.

use kitchen_sim::script::PythonVersion;

use super::writer::{Kinds, Writer};

pub(super) const QUEUE: Kinds = &[
    (4, Writer::queue_put),
    (5, Writer::queue_get),
    (5, Writer::queue_nowait),
    (2, Writer::queue_done),
    (2, Writer::queue_join),
    (2, Writer::queue_look),
    (1, Writer::queue_shutdown),
    (6, Writer::queue_crowd),
    (4, Writer::queue_race),
];

impl Writer {
    pub(super) fn queue(&mut self) -> String {
        format!("queues[{}]", usize::from(self.dice.chance(40)))
    }

    /// A coroutine that works at a queue.
    pub(super) fn queue_work(&mut self) -> String {
        let (queue, count, delay) = (self.queue(), self.dice.between(1, 4), self.delay());
        match self.dice.below(7) {
            0 => format!("produce({queue}, {count}, {delay})"),
            1..3 => format!("consume({queue}, {count}, {delay})"),
            3..5 => format!("{queue}.get()"),
            5 => format!("{queue}.put({count})"),
            _ => format!("{queue}.join()"),
        }
    }

    fn queue_put(&mut self) {
        let (queue, item) = (self.queue(), self.dice.below(9));
        self.interrupted(&format!("{queue}.put({item})"));
    }

    fn queue_get(&mut self) {
        let queue = self.queue();
        self.interrupted(&format!("{queue}.get()"));
    }

    fn queue_nowait(&mut self) {
        let (queue, item) = (self.queue(), self.dice.below(9));
        if self.dice.chance(50) {
            for _ in 0..self.dice.between(1, 2) {
                self.guard(&format!("{queue}.put_nowait({item})"));
            }
        } else {
            self.guard(&format!("{queue}.get_nowait()"));
        }
    }

    fn queue_done(&mut self) {
        let queue = self.queue();
        self.guard(&format!("{queue}.task_done()"));
    }

    fn queue_join(&mut self) {
        let queue = self.queue();
        self.interrupted(&format!("{queue}.join()"));
    }

    fn queue_look(&mut self) {
        let queue = self.queue();
        self.tell(&format!("{queue}.qsize(), {queue}.empty(), {queue}.full(), {queue}.maxsize"));
        if self.dice.chance(30) {
            self.line(&format!("while not {queue}.empty():"));
            self.inside(|writer| writer.tell(&format!("{queue}.get_nowait()")));
        }
    }

    fn queue_shutdown(&mut self) {
        if self.python < PythonVersion::V3_13 {
            return self.queue_look();
        }
        let queue = self.queue();
        let how = self.dice.choose(&["", "True", "immediate=True", "False"]);
        self.line(&format!("{queue}.shutdown({how})"));
    }

    /// Three who wait to get, or to put; and what they wait for.
    fn queue_race(&mut self) {
        let (queue, item) = (self.queue(), self.dice.below(9));
        let (wait, give, take) = if self.dice.chance(60) {
            ("get()", format!("put_nowait({item})"), "get_nowait()".to_owned())
        } else {
            ("put(1)", "get_nowait()".to_owned(), format!("put_nowait({item})"))
        };
        let given = |writer: &mut Self| {
            writer.line("await asyncio.sleep(0)");
            writer.guard(&format!("{queue}.{give}"));
        };
        let taken = |writer: &mut Self| writer.guard(&format!("{queue}.{take}"));
        self.race(&format!("{queue}.{wait}"), given, taken);
    }

    fn queue_crowd(&mut self) {
        let work = self.queue_work();
        self.crowd(&work);
    }
}
