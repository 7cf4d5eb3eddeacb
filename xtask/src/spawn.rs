//! Starting other programs: in view, or in view and remembered.
//!
//! Refuses to hide output; a program that cannot be started is said in a sentence and counts as failed.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// What a program said and how it ended.
pub struct Heard {
    /// It ended with success.
    pub ok: bool,
    /// Both of its outputs, without colours, in the order in which they came.
    pub text: String,
}

/// Runs with the person's own terminal, so that progress bars and colours stay. True on success.
pub fn shown(command: &mut Command) -> bool {
    match command.stdin(Stdio::null()).status() {
        Ok(status) => status.success(),
        Err(problem) => cannot(command, &problem),
    }
}

/// Runs, prints each line as it comes, and keeps it.
pub fn heard(command: &mut Command) -> Heard {
    let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match spawned {
        Ok(child) => child,
        Err(problem) => return Heard { ok: cannot(command, &problem), text: String::new() },
    };
    let (sender, lines) = channel();
    follow(child.stdout.take(), sender.clone());
    follow(child.stderr.take(), sender);
    let mut text = String::new();
    for line in lines {
        println!("{line}");
        text.push_str(&plain(&line));
        text.push('\n');
    }
    Heard { ok: child.wait().is_ok_and(|status| status.success()), text }
}

fn follow(output: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(output) = output else { return };
    thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            if sender.send(String::from_utf8_lossy(&line).trim_end().to_owned()).is_err() {
                break;
            }
        }
    });
}

fn cannot(command: &Command, problem: &std::io::Error) -> bool {
    println!("  cannot start {}: {problem}", command.get_program().to_string_lossy());
    false
}

/// The line without terminal colour sequences (`ESC [ … letter`).
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(character);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{heard, plain};
    use std::process::Command;

    #[test]
    fn colours_are_taken_out_of_what_is_remembered() {
        assert_eq!(plain("\u{1b}[32;1m     Summary\u{1b}[0m [ 1s]"), "     Summary [ 1s]");
    }

    #[test]
    fn both_outputs_and_the_ending_are_remembered() {
        let said = heard(Command::new("sh").args(["-c", "echo out; echo err >&2; exit 3"]));
        assert!(!said.ok);
        assert!(said.text.contains("out\n") && said.text.contains("err\n"));
    }

    #[test]
    fn a_program_that_does_not_exist_is_a_failure_not_a_panic() {
        assert!(!heard(&mut Command::new("no-such-program-anywhere")).ok);
    }
}
