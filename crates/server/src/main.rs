//! `reflex`: the one program of a node. Everything it can do is in [`server::cli`].

fn main() -> std::process::ExitCode {
    server::cli::run(std::env::args_os())
}
