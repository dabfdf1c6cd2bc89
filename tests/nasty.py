"""Content that nobody would write and somebody will: for every collection that a theme declares, an entry with all its fields filled
with nasty text, and one with only those that it must have. It is made from the declarations, so a new field is in it by itself."""

import re
import unicodedata

import yaml

LONG = {"vi": "nghiêng" * 28 + "đường", "en": "unbreakable" * 18 + "xx"}  # 200 letters and no blank
TEXTS = {
    "vi": ("“Trích” 'nháy' \"kép\" & &amp; <script>window.nasty = 1</script>", LONG["vi"], "🎈👩‍👩‍👧‍👦🇻🇳 " + unicodedata.normalize("NFD", "đuối nước ở ao làng"),
           "chữ \u200fעברית مرحبا\u200e rồi (trái) [1/2]", "{{ site }} {% if %} {# #} ]]> <!-- --> \\ `mã` *đậm* [x](javascript:1)",
           "Một tiêu đề rất dài " * 15, "<img src=x onerror='window.nasty = 1'>", "=1+1; @x, -2\t+3"),
    "en": ("“Quoted” 'single' \"double\" & &amp; <script>window.nasty = 1</script>", LONG["en"], "🎈👩‍👩‍👧‍👦🇻🇳 " + unicodedata.normalize("NFD", "café in Lạng Sơn"),
           "words \u200fעברית مرحبا\u200e then (left) [1/2]", "{{ site }} {% if %} {# #} ]]> <!-- --> \\ `code` *bold* [x](javascript:1)",
           "A very long title " * 15, "<img src=x onerror='window.nasty = 1'>", "=1+1; @x, -2\t+3"),
}
PROSE = """## {text}

{text} **{text}** [{text}](https://example.org/{word}?a=1&b=%22) `{word}`

| {word} | b | c | d | e | f | g | h |
|---|---|---|---|---|---|---|---|
| {word} | {word} | 3 | 4 | 5 | 6 | 7 | 8 |

> {word}

1. {text}
   - {word}

```
{word} & <script> {{{{ x }}}}
```
"""
PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
                        "789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082")


class Author:
    """Fills a folder `content` for the collections of the theme at `theme`. `site` is what site.yaml keeps besides its fields."""

    def __init__(self, theme, content, site):
        self.content, self.site, self.count = content, site, 0
        self.collections = {path.stem: declarations(path) for path in sorted((theme / "collections").glob("*.yaml"))}
        for collection in self.collections.values():
            traits = [declarations(theme / f"traits/{name}.yaml") for name in collection.get("traits", [])]
            collection["fields"] = {name: field for part in (*traits, collection) for name, field in fields_of(part).items()}

    def write(self, which):
        """Every collection's entry, `full` or `bare`; of a collection of one entry there is only the last that was written."""
        (self.content / "nasty.png").write_bytes(PICTURE)
        (self.content / "pictures.yaml").write_text("nasty.png: {people: no}\n", encoding="utf-8")
        (self.content / "nasty.pdf").write_bytes(b"%PDF-1.4\n")
        for name, collection in self.collections.items():
            given = self.given(name, which)
            path = re.sub(r"\{(\w+)\*?\}", lambda match: given.get(match[1], "lists"), collection["files"])
            fields = {key: self.value(name, which, field) for key, field in collection["fields"].items()
                      if key not in given and key != collection.get("body") and (field.get("required") or which == "full")}
            if path.endswith(".md"):
                self.put_markdown(path, fields, which)
            elif collection.get("holds") == "many":
                self.put(path, {self.id(name, which): fields}, "a")
            else:
                self.put(path, fields | (self.site if path == "site.yaml" else {}), "w")

    def given(self, name, which):
        """What the path of an entry says."""
        said, fields = {}, self.collections[name]["fields"]
        for key in self.named(name):
            if key == "id":
                said[key] = f"{name.replace('_', '-')}-{which}"
            elif key in fields:
                said[key] = self.id(fields[key]["to"], which) if fields[key]["kind"] == "reference" else {"full": "2024", "bare": "2025"}[which]
        return said

    def id(self, name, which):
        """An entry's id: what its path says, or its name in a file of many."""
        said = list(self.given(name, which).values()) if self.collections[name].get("holds") != "many" else []
        return "/".join(said) or f"{name.replace('_', '-')}-{which}"

    def named(self, name):
        """The names in braces that the path of a collection's entries has."""
        return re.findall(r"\{(\w+)\*?\}", self.collections[name]["files"])

    def text(self, language):
        return f"{TEXTS[language][self.count % len(TEXTS[language])]} {self.count}"

    def texts(self):
        self.count += 1
        return {language: self.text(language) for language in TEXTS}

    def value(self, name, which, field):
        """A value of a field of the collection `name`, as YAML has it."""
        kind = field["kind"]
        if kind == "text":
            return self.texts()
        if kind == "prose":
            return {language: self.prose(text, language) for language, text in self.texts().items()}
        if field.get("translated") == "yes":
            return {language: self.value(name, which, {**field, "translated": "no"}) for language in TEXTS}
        if kind == "record":
            return {key: self.value(name, which, inner) for key, inner in fields_of(field).items() if which == "full" or inner.get("required")}
        if kind == "list":
            of = field.get("of", "record")
            item = of if isinstance(of, dict) else {**field, "kind": of}
            many = 1 if item["kind"] in ("reference", "choice") else 3  # no entry twice
            return [self.value(name, which, item) for _ in range(max(int(field.get("min", 1)), min(many, int(field.get("max", many)))))]
        if kind == "choice":
            self.count += 1
            return list(field["options"])[self.count % len(field["options"])]
        if kind == "reference":
            return self.id(field["to"], "bare" if field["to"] == name else "full")
        if kind == "when":
            return "2025-06-01" if which == "bare" else {"date": "2024-06-01/2024-06-30", "text": self.texts(), "note": self.texts()}
        if kind == "number":
            return min(max(1234567, int(field.get("min", 0))), int(field.get("max", 1234567)))
        return {"word": LONG["en"] + ' "&<b>', "phone": "+84 (123) 456.789-012", "yes-no": True, "email": f"{'x' * 60}@example.org",
                "quantity": {"value": 144, "of": 200, "unit": LONG}, "link": f"https://example.org/{LONG['en']}?a=%22&b='",
                "image": {"src": "/nasty.png", "alt": self.texts(), "caption": self.texts()}, "file": "/nasty.pdf"}[kind]

    @staticmethod
    def prose(text, language):
        return PROSE.format(text=re.sub(r"[<>&\[\]`*{}!|\\]", " ", text).strip(), word=LONG[language])

    def put(self, path, values, mode):
        (self.content / path).parent.mkdir(parents=True, exist_ok=True)
        with (self.content / path).open(mode, encoding="utf-8") as file:
            file.write(as_yaml(values))

    def put_markdown(self, path, fields, which):
        """One file a language; what all languages share stands in the first."""
        for language in TEXTS:
            mine = {key: value[language] if isinstance(value, dict) and set(value) == set(TEXTS) else value for key, value in fields.items()
                    if isinstance(value, dict) and set(value) == set(TEXTS) or language == "vi"}
            body = self.prose(self.text(language), language) if which == "full" else ""
            file = self.content / path.replace(".md", f".{language}.md")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"---\n{as_yaml(mine)}---\n{body}", encoding="utf-8")


def fields_of(declared):
    """The fields of a collection, trait, record or list, each as a mapping."""
    return {name: field if isinstance(field, dict) else {"kind": field} for name, field in declared.get("fields", {}).items()}


def declarations(path):
    """A file of the theme, all its words as they are written: `on` is no truth, but the name of a field."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


class Plain(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


def as_yaml(values):
    """YAML without anchors, each value on a line, as the program takes it."""
    return yaml.dump(values, Dumper=Plain, allow_unicode=True, sort_keys=False, width=1_000_000)
