//! Just enough HTTP to ask the product and read its answers over one kept connection.
//!
//! Refuses anything a proxy would send: answers carry their length or come in chunks, and that is all it reads.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

/// One connection.
pub struct Client {
    port: u16,
    stream: BufReader<TcpStream>,
}

/// Status and headers of an answer; the body has been read.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
}

impl Client {
    /// Opens the connection.
    pub fn connect(port: u16) -> Result<Self, String> {
        let stream = TcpStream::connect(("127.0.0.1", port)).map_err(|problem| problem.to_string())?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).map_err(|problem| problem.to_string())?;
        stream.set_nodelay(true).map_err(|problem| problem.to_string())?;
        Ok(Self { port, stream: BufReader::new(stream) })
    }

    /// Asks for an address; anything but 200 is an error.
    pub fn get(&mut self, path: &str, headers: &str) -> Result<(), String> {
        self.send("GET", path, headers, "")?;
        self.expect(path, 200).map(|_| ())
    }

    /// Sends JSON; anything but `status` is an error.
    pub fn post(&mut self, path: &str, headers: &str, json: &str, status: u16) -> Result<(), String> {
        self.send("POST", path, &format!("{headers}content-type: application/json\r\n"), json)?;
        self.expect(path, status).map(|_| ())
    }

    /// Signs in by the page; answers the header that carries the session.
    pub fn sign_in(&mut self, login: &str, password: &str) -> Result<String, String> {
        let form = format!("login={login}&password={}&back=/", password.replace(' ', "+"));
        let headers = format!(
            "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\norigin: http://127.0.0.1:{}\r\n",
            self.port
        );
        self.send("POST", "/sign-in", &headers, &form)?;
        let answer = self.expect("/sign-in", 303)?;
        let cookie = answer.headers.iter().find(|(name, value)| name == "set-cookie" && value.starts_with("session="));
        let cookie = cookie.and_then(|(_, value)| value.split(';').next()).ok_or("no session came back")?;
        Ok(format!("cookie: {cookie}\r\n"))
    }

    fn send(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Result<(), String> {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\n{headers}content-length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        );
        self.stream.get_mut().write_all(request.as_bytes()).map_err(|problem| format!("{path}: {problem}"))
    }

    fn expect(&mut self, path: &str, status: u16) -> Result<Answer, String> {
        let answer = self.read().map_err(|problem| format!("{path}: {problem}"))?;
        if answer.status == status { Ok(answer) } else { Err(format!("{path}: {} instead of {status}", answer.status)) }
    }

    fn read(&mut self) -> std::io::Result<Answer> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let has = |wanted: &str| headers.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        if has("transfer-encoding").is_some() {
            while self.chunk()? > 0 {}
        } else if let Some(length) = has("content-length").and_then(|length| length.parse().ok()) {
            self.skip(length)?;
        }
        Ok(Answer { status, headers })
    }

    fn line(&mut self) -> std::io::Result<String> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }

    fn chunk(&mut self) -> std::io::Result<u64> {
        let length = u64::from_str_radix(&self.line()?, 16).unwrap_or(0);
        self.skip(length)?;
        self.line()?;
        Ok(length)
    }

    fn skip(&mut self, length: u64) -> std::io::Result<()> {
        std::io::copy(&mut self.stream.by_ref().take(length), &mut std::io::sink()).map(|_| ())
    }
}

/// A port that nobody listens on.
pub fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|problem| problem.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|problem| problem.to_string())
}
