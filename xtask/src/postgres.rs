//! A temporary `PostgreSQL` cluster for the tests, from Debian's own programs.
//!
//! Refuses to touch a cluster that is already on the machine, and to leave anything behind: a keeper holds the
//! server, and when the pipe to it closes, however xtask ended, it stops the server and deletes its folder.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::outfit::{Missing, POSTGRES};
use crate::surroundings::{Surroundings, answer};

/// A running cluster; dropping it stops and deletes it.
pub struct Cluster {
    keeper: Child,
    /// Address of its first database, with the password of this run.
    pub url: String,
}

/// Why there is no cluster.
pub enum NoCluster {
    /// It is not installed.
    Missing(Missing),
    /// It is, but does not start; the sentence says why.
    Broken(String),
}

/// Starts the server, then waits: the end of its input means that it is time to go.
const KEEPER: &str = r#"
trap '' INT HUP
bin=$1 dir=$2 port=$3
trap 'rm -rf "$dir"' EXIT
"$bin/initdb" -D "$dir/data" -U postgres --pwfile="$dir/password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
"$bin/postgres" -D "$dir/data" -k "$dir" -p "$port" -c listen_addresses=127.0.0.1 -c fsync=off \
    -c full_page_writes=off -c max_connections=300 </dev/null >>"$dir/log" 2>&1 &
server=$!
echo started
cat >/dev/null
kill -INT "$server" 2>/dev/null
wait "$server"
"#;

impl Cluster {
    /// Makes and starts a cluster with a UTF-8 character type; `lower()` is tried on Cyrillic before it is handed out.
    pub fn start(around: &Surroundings) -> Result<Cluster, NoCluster> {
        let bin = POSTGRES.ensure(around).map_err(NoCluster::Missing)?;
        begin(&bin).map_err(NoCluster::Broken)
    }
}

fn begin(bin: &Path) -> Result<Cluster, String> {
    let said = |problem: std::io::Error| problem.to_string();
    let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).map_err(said)?.port();
    let password = random_hex().map_err(said)?;
    let folder = prepare_folder(&password)?;
    let mut command = as_postgres();
    command.args(["sh", "-c", KEEPER, "keeper"]).arg(bin).arg(&folder).arg(port.to_string());
    let mut keeper = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(said)?;
    let mut greeting = [0; 7];
    let started = keeper.stdout.as_mut().map(|output| output.read_exact(&mut greeting));
    let cluster = Cluster { keeper, url: format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres") };
    match started {
        Some(Ok(())) => cluster.wait_until_ready(bin).map(|()| cluster),
        _ => Err(format!("initdb failed; try `{}/initdb --locale=C.UTF-8 -D FOLDER` by hand", bin.display())),
    }
}

impl Cluster {
    fn wait_until_ready(&self, bin: &Path) -> Result<(), String> {
        let deadline = Instant::now() + Duration::from_secs(60);
        let question = "SELECT lower('ЖЁ') || count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'";
        let psql = bin.join("psql").to_string_lossy().into_owned();
        while Instant::now() < deadline {
            match answer(&psql, &["-Atqc", question, &self.url]).as_deref() {
                Some("жё1") => return Ok(()),
                Some(other) => return Err(format!("the cluster does not fold Cyrillic or lacks pg_trgm: {other}")),
                None => thread::sleep(Duration::from_millis(200)),
            }
        }
        Err("the cluster did not answer within a minute".to_owned())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Nothing to do about an error here: the keeper deletes its folder by itself.
        let _ = self.keeper.wait();
    }
}

/// Keeps a cluster for a developer's own test runs, until the input ends.
pub fn keep(around: &Surroundings) -> bool {
    match Cluster::start(around) {
        Ok(cluster) => {
            println!("export REFLEX_TEST_POSTGRES={}", cluster.url);
            println!("# running until the input ends (Ctrl-D)");
            std::io::stdout().flush().is_ok() && std::io::stdin().read_to_end(&mut Vec::new()).is_ok()
        }
        Err(NoCluster::Missing(missing)) => around.lacks(&missing).is_clean(),
        Err(NoCluster::Broken(why)) => {
            println!("{why}");
            false
        }
    }
}

/// The server refuses to run as root, so root becomes Debian's `postgres`.
fn as_postgres() -> Command {
    if answer("id", &["-u"]).as_deref() == Some("0") {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).current_dir("/");
        command
    } else {
        Command::new("env")
    }
}

/// A folder of its own, readable by its user only, with the password for `initdb`.
fn prepare_folder(password: &str) -> Result<PathBuf, String> {
    let script = r#"umask 077; d=$(mktemp -d /tmp/reflex-pg.XXXXXX) && cat >"$d/password" && echo "$d""#;
    let mut command = as_postgres();
    let spawned = command.args(["sh", "-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|problem| format!("cannot become the database's user: {problem}"))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(password.as_bytes()).map_err(|problem| problem.to_string())?;
    }
    let output = child.wait_with_output().map_err(|problem| problem.to_string())?;
    let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() { Ok(folder.into()) } else { Err("cannot make a folder in /tmp".to_owned()) }
}

fn random_hex() -> std::io::Result<String> {
    let mut bytes = [0; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}")))
}
