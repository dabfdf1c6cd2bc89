"""The program as a person runs it: a folder with content and themes, a command line, and what comes of both.

A script of tests/program or tests/site ends in `loa.main()` and is started with the path of the program as its first word.
"""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
MEGABYTE = 1024 * 1024
program = "build/loa"


def main():
    """Runs the tests of the script that calls; its first word is the program."""
    global program
    program = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(module="__main__")


class Run(NamedTuple):
    """What one start of the program came to. A status below 0 is a signal: it crashed, or was stopped for being too slow."""
    status: int
    out: str
    err: str
    seconds: float
    memory: int  # bytes at the highest


def surroundings(**more):
    """A small environment, so that nothing of the tester's own reaches the program."""
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **more}


def run(*words, folder, seconds=60, **environment):
    """Starts the program in `folder` and waits; kills it after `seconds`."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.monotonic()
        process = subprocess.Popen([program, *map(str, words)], cwd=folder, env=surroundings(**environment),
                                   stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        alarm = threading.Timer(seconds, process.kill)
        alarm.start()
        _, status, usage = os.wait4(process.pid, 0)
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        took = time.monotonic() - begin
        out.seek(0), err.seek(0)
        return Run(process.returncode, out.read().decode(), err.read().decode(), took, usage.ru_maxrss * 1024)


class Desk:
    """A temporary folder with a copy of the project's content/ and themes/, as an editor has it."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="loa-"))
        self.renew()

    def close(self):
        shutil.rmtree(self.folder)

    def renew(self):
        """Content and themes as the project has them; what is published stays."""
        for name in ("content", "themes"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
            shutil.copytree(PROJECT / name, self.folder / name, copy_function=shutil.copyfile)

    def __truediv__(self, path):
        return self.folder / path

    def run(self, *words, **environment):
        return run(*words, folder=self.folder, **environment)

    def clear(self, name):
        """An empty folder in place of what was there."""
        shutil.rmtree(self / name)
        (self / name).mkdir()

    # Each of these changes a file and says on which line.

    def write(self, path, text):
        (self / path).parent.mkdir(parents=True, exist_ok=True)
        (self / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        return 1

    def append(self, path, text):
        old = (self / path).read_text(encoding="utf-8")
        assert old.endswith("\n"), path
        self.write(path, old + text)
        return old.count("\n") + 1

    def replace(self, path, old, new):
        text = (self / path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r} to be replaced"
        self.write(path, text.replace(old, new, 1))
        return text[:text.index(old)].count("\n") + 1


def remove(folder):
    """Takes a folder away, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def tree(folder):
    """The bytes of every file below, by its path, without the mark of the program (`.gitignore`)."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("[!.]*")) if path.is_file()}


def state(folder):
    """Everything below as one could notice a change of it: kind, mode, time of change, bytes."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        status = path.lstat()
        found[str(path.relative_to(folder))] = (stat.filemode(status.st_mode), status.st_mtime_ns,
                                                path.read_bytes() if path.is_file() else None)
    return found


class AtADesk(unittest.TestCase):
    """Tests that share a desk; each finds content and themes as the project has them."""

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.addClassCleanup(cls.desk.close)

    def setUp(self):
        self.desk.renew()

    def run_well(self, *words, **environment):
        """Runs the program where nothing is wrong."""
        outcome = self.desk.run(*words, **environment)
        self.assertEqual((outcome.status, outcome.err), (0, ""), outcome.out)
        return outcome
