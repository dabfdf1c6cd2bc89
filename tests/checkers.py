"""Programs of others that judge pages, from npm (tests/package.json, which test.sh installs): what each of them finds."""

import json
import subprocess
import tempfile

import loa

MODULES = loa.PROJECT / "tests/node_modules"

# html-validate: what it recommends, but for the length of titles, for blanks in numbers to call (browsers break no lines there
# with white-space: nowrap) and for the case of the doctype.
RULES = {"root": True, "extends": ["html-validate:recommended"],
         "rules": {"tel-non-breaking": "off", "long-title": "off", "doctype-style": "off"}}


def answer(*words):
    """What a checker says, as JSON. It writes to a file: some of them stop before a pipe has taken all."""
    with tempfile.TemporaryFile() as out:
        subprocess.run([str(word) for word in words], stdout=out, stderr=subprocess.DEVNULL, env=loa.surroundings())
        out.seek(0)
        return json.load(out)


def nu(folder):
    """The errors of the Nu HTML checker in the pages, styles and drawings below a folder."""
    said = answer("java", "-jar", MODULES / "vnu-jar/build/dist/vnu.jar", "--errors-only", "--skip-non-html", "--also-check-css",
                  "--also-check-svg", "--format", "json", "--stdout", folder)
    return [f"{one.get('url', '').rpartition(str(folder))[2]}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')}"
            for one in said["messages"]]


def html_validate(folder):
    """What html-validate finds in the pages below a folder."""
    config = folder.parent / "html-validate.json"
    config.write_text(json.dumps(RULES))
    said = answer("node", MODULES / ".bin/html-validate", "--config", config, "--ext", "html", "--formatter", "json", folder)
    return [f"{file['filePath'].removeprefix(str(folder))}:{one['line']}:{one['column']}: {one['message']} [{one['ruleId']}]"
            for file in said for one in file["messages"]]


def axe():
    """The script of axe-core, to be run in a page."""
    return (MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")
