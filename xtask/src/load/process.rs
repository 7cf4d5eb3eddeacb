//! What a process costs: processor time and memory, as the kernel accounts for them under `/proc`.
//!
//! Refuses other systems: without `/proc` the figures are said to be missing, not guessed.

use std::fs;
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Ticks of the kernel's accounting in a second: 100 on every Linux of our day.
const TICKS: f64 = 100.0;

/// What a process that ended had cost.
pub struct Cost {
    /// Seconds on the wall.
    pub wall: f64,
    /// Seconds of processor.
    pub processor: f64,
    /// Most memory it ever held.
    pub peak_kb: u64,
}

/// Runs a command to its end, watching what it costs.
pub fn to_the_end(command: &mut Command) -> Result<Cost, String> {
    let started = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().map_err(|found| found.to_string())?;
    let mut cost = Cost { wall: 0.0, processor: 0.0, peak_kb: 0 };
    loop {
        let ended = child.try_wait().map_err(|found| found.to_string())?;
        if let Some(status) = ended {
            cost.wall = started.elapsed().as_secs_f64();
            return if status.success() { Ok(cost) } else { Err(format!("it ended with {status}")) };
        }
        cost.processor = processor(child.id()).max(cost.processor);
        cost.peak_kb = memory(child.id(), "VmHWM:").max(cost.peak_kb);
        sleep(Duration::from_millis(20));
    }
}

/// A server that runs until it is dropped.
pub struct Running {
    child: Child,
    /// Where it listens.
    pub port: u16,
}

impl Running {
    /// Starts it and waits until it listens.
    pub fn start(mut command: Command, port: u16) -> Result<Self, String> {
        let child =
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().map_err(|problem| problem.to_string())?;
        let running = Self { child, port };
        for _ in 0..600 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                sleep(Duration::from_secs(2));
                return Ok(running);
            }
            sleep(Duration::from_millis(50));
        }
        Err("the server does not answer".to_owned())
    }

    /// Processor time of the server per time that `ask` is called, and the time on the wall.
    pub fn cost(&self, times: u32, mut ask: impl FnMut(u32) -> Result<(), String>) -> Result<String, String> {
        let (started, before) = (Instant::now(), processor(self.child.id()));
        for time in 0..times {
            ask(time)?;
        }
        let each = |seconds: f64| seconds * 1000.0 / f64::from(times.max(1));
        let (used, wall) = (processor(self.child.id()) - before, started.elapsed().as_secs_f64());
        Ok(format!("{:.1} ms ({:.1})", each(used), each(wall)))
    }

    /// Memory it holds now.
    pub fn memory_kb(&self) -> u64 {
        memory(self.child.id(), "VmRSS:")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// User and system time of all its threads, in seconds.
fn processor(process: u32) -> f64 {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let fields: Vec<&str> = line.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |place: usize| fields.get(place).and_then(|field| field.parse::<u32>().ok()).map_or(0.0, f64::from);
    (ticks(11) + ticks(12)) / TICKS
}

fn memory(process: u32, name: &str) -> u64 {
    let lines = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = lines.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_knows_its_own_memory_and_time() {
        if !std::path::Path::new("/proc/self/stat").exists() {
            return;
        }
        assert!(memory(std::process::id(), "VmRSS:") > 0);
        assert!(processor(std::process::id()) >= 0.0);
        assert_eq!(memory(std::process::id(), "NoSuchLine:"), 0);
    }
}
