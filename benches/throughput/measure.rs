//! Interleaved runs, their medians, and the medians of their ratios.

use std::time::{Duration, Instant};

/// One way of doing a piece of work.
pub(crate) struct Contender<'a> {
    pub(crate) name: String,
    pub(crate) run: Box<dyn FnMut() + 'a>,
}

/// How long each contender took in each round.
pub(crate) struct Measurement {
    /// By round, then by contender.
    rounds: Vec<Vec<Duration>>,
}

/// Runs each contender once a round, one after the other, so that a slow spell of the machine meets all of them.
pub(crate) fn measure(rounds: usize, contenders: &mut [Contender<'_>]) -> Measurement {
    let time = |contender: &mut Contender<'_>| {
        let begin = Instant::now();
        (contender.run)();
        begin.elapsed()
    };
    Measurement { rounds: (0..rounds).map(|_| contenders.iter_mut().map(time).collect()).collect() }
}

impl Measurement {
    /// The median time of a contender in nanoseconds.
    pub(crate) fn nanoseconds(&self, contender: usize) -> f64 {
        median(self.rounds.iter().map(|round| round[contender].as_nanos() as f64))
    }

    /// The median over the rounds of a contender's time in proportion to the fastest of the first `others`.
    pub(crate) fn ratio_to_fastest(&self, contender: usize, others: usize) -> f64 {
        median(self.rounds.iter().map(|round| {
            let fastest = round[..others].iter().min().expect("another contender");
            round[contender].as_secs_f64() / fastest.as_secs_f64()
        }))
    }

    /// The median over the rounds of what a contender took longer than another, in nanoseconds.
    pub(crate) fn nanoseconds_above(&self, contender: usize, other: usize) -> f64 {
        median(self.rounds.iter().map(|round| (round[contender].as_secs_f64() - round[other].as_secs_f64()) * 1e9))
    }
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_unstable_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
