"""The server by which VS Code and other editors know YAML, spoken to as they do (Language Server Protocol, over its standard input)."""

import json
import subprocess

import loa

SERVER = loa.PROJECT / "tests/node_modules/yaml-language-server/bin/yaml-language-server"
SETTINGS = json.loads((loa.PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))


def nested(settings):
    """`{"yaml.validate": true}` as the server asks for it: `{"yaml": {"validate": true}}`."""
    sections = {}
    for name, value in settings.items():
        section, _, key = name.partition(".")
        sections.setdefault(section, {})[key] = value
    return sections


class Server:
    def __init__(self):
        self.process = subprocess.Popen(["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.asked = self.opened = 0
        self.diagnosed = {}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {
            "workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {
                "snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}}}}})
        self.tell("initialized", {})
        while self.receive().get("method") != "workspace/configuration":
            pass

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close(), self.process.stdout.close()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self):
        """The next message for us; what the server asks of an editor is answered."""
        length = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            if not line:
                raise EOFError("the language server has gone")
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            is_settings = message["method"] == "workspace/configuration"
            answer = [nested(SETTINGS).get(item["section"]) for item in message["params"]["items"]] if is_settings else None
            self.send({"id": message["id"], "result": answer})
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnosed[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def ask(self, method, params):
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        while (message := self.receive()).get("id") != self.asked or "method" in message:
            pass
        return message["result"]

    def open(self, path, text):
        """Opens a file of this text that nobody has saved, beside the one at `path`: the server remembers texts by their address."""
        self.opened += 1
        uri = path.resolve().with_name(f"{self.opened}-{path.name}").as_uri()
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        return uri

    def diagnose(self, texts):
        """What an editor underlines in files of these texts, given as (path, text): (line, words) of each, lines counted from 1."""
        opened = [self.open(path, text) for path, text in texts]
        while not all(uri in self.diagnosed for uri in opened):
            self.receive()
        return [[(one["range"]["start"]["line"] + 1, one["message"]) for one in self.diagnosed[uri]] for uri in opened]

    def at_mark(self, method, path, text):
        """What the server says for the place of `|` in a text."""
        before = text[:text.index("|")]
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self.ask(method, {"textDocument": {"uri": self.open(path, text.replace("|", "", 1))}, "position": place})

    def complete(self, path, text):
        """Label and description of what is offered at the place of `|`."""
        items = self.at_mark("textDocument/completion", path, text)["items"]
        return {item["label"]: item.get("documentation") or "" for item in items}
