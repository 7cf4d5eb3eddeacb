//! What comes over a real line: those who say nothing, half of it, or another protocol.

use crate::world::World;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const PATIENCE: Duration = Duration::from_millis(300);

/// The world behind a listener of its own; it stops when the guard is dropped.
async fn serve(world: &World) -> (std::net::SocketAddr, tokio::sync::oneshot::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = world.server.clone();
    tokio::spawn(async move {
        let stopped = async {
            let _ = stopped.await;
        };
        server::serve::serve_within(PATIENCE, listener, server, stopped).await.unwrap();
    });
    (address, stop)
}

/// Everything that is answered until the other end hangs up.
async fn say(address: std::net::SocketAddr, text: &str) -> String {
    let mut line = TcpStream::connect(address).await.unwrap();
    line.write_all(text.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    let ended = tokio::time::timeout(Duration::from_secs(5), line.read_to_end(&mut heard)).await;
    // A line that is cut off is an end, too.
    let _ = ended.unwrap_or_else(|_| panic!("{text:?} is waited for"));
    String::from_utf8_lossy(&heard).into_owned()
}

#[tokio::test]
async fn whoever_says_nothing_half_or_http_2_is_hung_up_on() {
    let world = World::new().await;
    let (address, _stop) = serve(&world).await;
    for text in [
        "",
        "GET /health/live HT",
        "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        let heard = say(address, text).await;
        assert!(!heard.contains(" 200 "), "{text:?}: {heard}");
    }
    let whole = say(address, "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").await;
    assert!(whole.starts_with("HTTP/1.1 200 "), "an idle line is hung up on after its answer: {whole}");
}

#[tokio::test]
async fn silent_lines_keep_nobody_from_being_answered() {
    let world = World::new().await;
    let (address, _stop) = serve(&world).await;
    let mut silent = Vec::new();
    for _ in 0..300 {
        silent.push(TcpStream::connect(address).await.unwrap());
    }
    let heard = say(address, "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(heard.starts_with("HTTP/1.1 200 "), "{heard}");
}
