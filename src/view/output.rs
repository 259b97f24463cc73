//! Where a view's bytes go: lines are gathered and written in large pieces. Keeps the first error and writes nothing after it.

use std::io::{self, Write};

/// So many bytes are gathered before they are written.
const PIECE: usize = 64 * 1024;

/// A writer that takes whole lines.
#[derive(Debug)]
pub struct Output<W> {
    writer: W,
    held: Vec<u8>,
    error: Option<io::Error>,
}

impl<W: Write> Output<W> {
    /// An output in front of `writer`.
    pub fn new(writer: W) -> Self {
        Self { writer, held: Vec::with_capacity(PIECE + PIECE / 8), error: None }
    }

    /// The end of what is held, where the next line is to be put together.
    #[inline]
    pub fn line(&mut self) -> &mut Vec<u8> {
        &mut self.held
    }

    /// Ends a line.
    #[inline]
    pub fn end_line(&mut self) {
        self.held.push(b'\n');
        if self.held.len() >= PIECE {
            self.write_held();
        }
    }

    /// Whether writing has failed: nothing more is wanted then.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.error.is_some()
    }

    /// Writes what is still held and gives the writer back.
    ///
    /// # Errors
    /// The first error that writing met.
    pub fn finish(mut self) -> io::Result<W> {
        self.write_held();
        match self.error {
            Some(error) => Err(error),
            None => {
                self.writer.flush()?;
                Ok(self.writer)
            }
        }
    }

    fn write_held(&mut self) {
        if self.error.is_none() {
            self.error = self.writer.write_all(&self.held).err();
        }
        self.held.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many bytes and then breaks.
    struct Breaks(usize);

    impl Write for Breaks {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn the_first_error_closes_the_output_and_is_told_at_the_end() {
        let mut output = Output::new(Breaks(PIECE + 10));
        for _ in 0..2 {
            assert!(!output.is_closed());
            output.line().resize(PIECE, b'x');
            output.end_line();
        }
        assert!(output.is_closed());
        assert_eq!(output.finish().err().map(|error| error.kind()), Some(io::ErrorKind::BrokenPipe));
    }
}
