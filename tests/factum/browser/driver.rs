//! Chromium, driven over HTTP as <https://www.w3.org/TR/webdriver2/> says.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// The name under which an element goes over the wire.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What is missing, and how it is had.
const MISSING: &str = "the tests of the page need Chromium and its driver: `apt-get install chromium chromium-driver` on Debian, or set \
                       CHROMEDRIVER to the driver's path";

/// A browser with one window.
pub struct Browser {
    driver: Child,
    /// Held open: the driver would end where nobody listens.
    _output: BufReader<ChildStdout>,
    port: u16,
    session: String,
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = request(self.port, "DELETE", &format!("/session/{}", self.session), None);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Browser {
    /// A new one, without a window on any screen.
    pub fn start() -> Self {
        let path = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut driver = Command::new(&path)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start `{path}`: {error}; {MISSING}"));
        let mut output = BufReader::new(driver.stdout.take().expect("its output was asked for"));
        let mut browser = Self { driver, port: port(&mut output), _output: output, session: String::new() };
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--force-device-scale-factor=1",
        ];
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL"},
        }}});
        let answer = request(browser.port, "POST", "/session", Some(&wanted));
        let session = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no browser starts: {answer}; {MISSING}"));
        browser.session = session.to_owned();
        browser
    }

    fn post(&self, what: &str, body: &Value) -> Value {
        request(self.port, "POST", &format!("/session/{}/{what}", self.session), Some(body))
    }

    fn get(&self, what: &str) -> Value {
        request(self.port, "GET", &format!("/session/{}/{what}", self.session), None)
    }

    /// Opens a file, in a window of a desk.
    pub fn open(&self, file: &Path) {
        self.look(1440, "screen", "light");
        self.post("url", &json!({"url": format!("file://{}", file.display())}));
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.post("refresh", &json!({}));
    }

    /// The address in the bar.
    pub fn address(&self) -> String {
        self.get("url").as_str().unwrap_or_default().to_owned()
    }

    /// What a script gives that is run in the page from outside.
    pub fn ask(&self, script: &str) -> Value {
        let answer = self.post("execute/sync", &json!({"script": script, "args": []}));
        assert!(answer.get("error").is_none(), "{script}: {answer}");
        answer
    }

    /// Presses a key and lets it go.
    pub fn press(&self, key: &str) {
        let actions = [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})];
        self.post("actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": actions}]}));
    }

    /// A window of that width, for screen or print, by day or by night.
    pub fn look(&self, width: u32, media: &str, scheme: &str) {
        let metrics = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", metrics);
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.command("Emulation.setEmulatedMedia", json!({"media": media, "features": features}));
    }

    /// A command of the browser's own protocol.
    pub fn command(&self, name: &str, parameters: Value) {
        let answer = self.post("goog/cdp/execute", &json!({"cmd": name, "params": parameters}));
        assert!(answer.get("error").is_none(), "{name}: {answer}");
    }

    /// What the page's console was told since it was asked.
    pub fn told(&self) -> Vec<String> {
        let answer = self.post("se/log", &json!({"type": "browser"}));
        let lines = answer.as_array().cloned().unwrap_or_default();
        lines.iter().map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The elements that a selector finds.
    pub fn found(&self, selector: &str) -> Vec<Value> {
        let found = self.post("elements", &json!({"using": "css selector", "value": selector}));
        found.as_array().cloned().unwrap_or_default()
    }

    /// Whether an element is seen.
    pub fn is_seen(&self, element: &Value) -> bool {
        let id = element[ELEMENT].as_str().unwrap_or_default();
        self.get(&format!("element/{id}/displayed")) == json!(true)
    }
}

/// The port on which the driver listens: it says so.
fn port(output: &mut BufReader<ChildStdout>) -> u16 {
    for line in output.lines().map_while(Result::ok) {
        let port = line.rsplit_once("successfully on port ").map(|(_, rest)| rest.trim_end_matches('.').parse());
        if let Some(Ok(port)) = port {
            return port;
        }
    }
    panic!("the driver does not say where it listens; {MISSING}");
}

/// The value of an answer.
fn request(port: u16, method: &str, path: &str, body: Option<&Value>) -> Value {
    let body = body.map(Value::to_string).unwrap_or_default();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the driver listens");
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time can be set");
    let head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n");
    write!(stream, "{head}Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
        .expect("the driver reads");
    let body = answer(BufReader::new(stream));
    let mut whole: Value = serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error}: {body}"));
    whole["value"].take()
}

/// The body of an answer. The driver keeps the line open, so that its length counts.
fn answer(mut stream: BufReader<TcpStream>) -> String {
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).expect("the driver answers");
        let header = line.trim().to_ascii_lowercase();
        length = header.strip_prefix("content-length:").and_then(|rest| rest.trim().parse().ok()).unwrap_or(length);
        if header.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).expect("the driver answers");
    String::from_utf8(body).expect("an answer is text")
}
