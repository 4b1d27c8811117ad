"""Runs resograph as a user would: arguments in, standard output, standard error and status out."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ['RESOGRAPH']
TEXT = ROOT / 'samples/e-res-2003-20.txt'
AKN = ROOT / 'samples/e-res-2003-20.akn.xml'
CITATIONS_OF_SEED = 21  # "those instruments" are three

DONE, PARTLY_DONE, WRONG_USAGE, NOTHING_DONE = range(4)


class Result:
    def __init__(self, finished):
        self.out = finished.stdout.decode()
        self.err = finished.stderr.decode(errors='backslashreplace')
        self.status = finished.returncode


def environment(**more):
    kept = {name: value for name, value in os.environ.items() if name not in ('COLUMNS', 'NO_COLOR')}
    return {**kept, 'TERM': 'dumb', **more}


def run(*arguments, cwd=ROOT, stdin=b'', **more):
    """Every test ends within a minute: a program that waits for ever fails."""
    return Result(subprocess.run([PROGRAM, *map(os.fspath, arguments)], cwd=cwd, input=stdin, timeout=60,
                                 capture_output=True, env=environment(**more)))


class ScratchTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='resograph-'))
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run_here(self, *arguments, **more):
        return run(*arguments, cwd=self.folder, **more)


def main():
    if not TEXT.exists() or not AKN.exists():
        print('skipped: no samples')
        sys.exit(77)
    unittest.main()
