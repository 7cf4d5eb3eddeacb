//! A line whose other end takes what it is sent, or is given up.
//!
//! Refuses to wait for ever: hyper bounds how slowly a request may be told, nobody bounds how slowly an answer is heard.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// How long the other end may take nothing while there is something to take.
const LONGEST: Duration = Duration::from_secs(30);

/// A line that ends when nothing of what is written to it is taken for too long.
pub struct Patient<T> {
    line: T,
    longest: Duration,
    stuck: Option<Pin<Box<Sleep>>>,
}

impl<T> Patient<T> {
    /// The line with the usual patience.
    pub const fn new(line: T) -> Self {
        Self { line, longest: LONGEST, stuck: None }
    }

    /// What a write came to: while it waits the clock runs.
    fn judge<R>(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<R>>) -> Poll<io::Result<R>> {
        if written.is_ready() {
            self.stuck = None;
            return written;
        }
        let stuck = self.stuck.get_or_insert_with(|| Box::pin(sleep(self.longest)));
        ready!(stuck.as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Patient<T> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.line).poll_read(cx, buf)
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Patient<T> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.line).poll_write(cx, buf);
        self.judge(cx, written)
    }
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.line).poll_write_vectored(cx, bufs);
        self.judge(cx, written)
    }
    fn is_write_vectored(&self) -> bool {
        self.line.is_write_vectored()
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.line).poll_flush(cx);
        self.judge(cx, flushed)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let ended = Pin::new(&mut self.line).poll_shutdown(cx);
        self.judge(cx, ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    #[tokio::test]
    async fn a_line_that_takes_nothing_is_given_up_and_a_slow_one_is_not() {
        let (line, mut other) = duplex(4);
        let mut line = Patient { line, longest: Duration::from_millis(100), stuck: None };
        let slow = tokio::spawn(async move {
            for _ in 0..6 {
                tokio::time::sleep(Duration::from_millis(40)).await;
                other.read_exact(&mut [0; 2]).await.unwrap();
            }
            other
        });
        line.write_all(b"twelve bytes").await.unwrap();
        let _silent = slow.await.unwrap();
        assert_eq!(line.write_all(b"more than it holds").await.unwrap_err().kind(), io::ErrorKind::TimedOut);
    }
}
