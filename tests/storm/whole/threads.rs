//! Threads under the loop: jobs of the loop's executor and of a small pool, what they return and raise, and what they ask of the loop.

use super::writer::{Kinds, Writer};

pub(super) const THREADS: Kinds = &[
    (6, Writer::work_in_thread),
    (4, Writer::start_in_thread),
    (4, Writer::submit),
    (4, Writer::look_at_jobs),
    (2, Writer::await_job),
    (2, Writer::jobs_race),
    (1, Writer::shut_pool),
];

impl Writer {
    /// A function for a thread, and its arguments.
    fn job(&mut self) -> String {
        let tag = self.tag();
        let length = self.dice.choose(&["0", "0.1", "0.1", "0.2", "0.3"]);
        match self.dice.below(12) {
            0..6 => format!("chop, {tag}, {length}"),
            6 | 7 => format!("burn, {tag}, {length}"),
            8 => format!("grind, {tag}, {length}"),
            9 | 10 => format!("ring, loop, {}, {tag}, {length}", self.dice.below(2)),
            _ => format!("order, loop, {tag}, {length}"),
        }
    }

    /// A job as something to await.
    fn job_awaited(&mut self) -> String {
        let job = self.job();
        match self.dice.below(4) {
            0 => format!("asyncio.to_thread({job})"),
            1 => format!("loop.run_in_executor(None, {job})"),
            _ => format!("loop.run_in_executor(pool, {job})"),
        }
    }

    fn work_in_thread(&mut self) {
        let job = self.job_awaited();
        self.interrupted(&job);
    }

    fn start_in_thread(&mut self) {
        let job = self.job();
        self.crowd(&format!("asyncio.to_thread({job})"));
    }

    fn submit(&mut self) {
        let job = self.job();
        self.guard(&format!("jobs.append(pool.submit({job}))"));
    }

    fn look_at_jobs(&mut self) {
        let asked = self.dice.choose(&["cancel", "cancel", "running", "done", "cancelled"]);
        self.tell(&format!("[job.{asked}() for job in jobs[-3:]]"));
    }

    fn await_job(&mut self) {
        self.line("if jobs:");
        self.inside(|writer| writer.interrupted("asyncio.wrap_future(jobs[-1])"));
    }

    /// Several jobs at once, of which one is cancelled.
    fn jobs_race(&mut self) {
        let (job, which, delay) = (self.job(), self.dice.below(3), self.delay());
        self.line(&format!("calls = [loop.run_in_executor(pool, {job}) for _ in range(3)]"));
        self.line(&format!("await asyncio.sleep({delay})"));
        self.tell(&format!("calls[{which}].cancel()"));
        self.guard("await asyncio.gather(*calls, return_exceptions=True)");
    }

    fn shut_pool(&mut self) {
        let how = self.dice.choose(&["wait=False", "wait=False, cancel_futures=True"]);
        self.short("if loop.time() > 0.5:", &format!("pool.shutdown({how})"));
    }
}
