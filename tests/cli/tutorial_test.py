"""docs/tutorial.md, run as a reader would: its blocks in their order, in a folder of its own.

A block of "text" is what the block before it prints. ACCEPT_GOLDEN=1 writes these anew.
"""
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import program

TUTORIAL = program.ROOT / 'docs/tutorial.md'
BLOCK = re.compile(r'^```(\w+)\n(.*?)^```$', re.MULTILINE | re.DOTALL)
INTERPRETERS = {'sh': ['sh', '-e'], 'python': ['/usr/bin/python3', '-'], 'r': ['Rscript', '-']}


def is_missing(language):
    checks = {'python': ['/usr/bin/python3', '-c', 'import networkx'], 'r': ['Rscript', '-e', 'library(igraph)']}
    try:
        return language in checks and subprocess.run(checks[language], capture_output=True).returncode != 0
    except FileNotFoundError:
        return True


class Tutorial(program.ScratchTest):
    maxDiff = None

    def run_block(self, language, code):
        path = f'{pathlib.Path(program.PROGRAM).parent}:{os.environ["PATH"]}'
        finished = subprocess.run(INTERPRETERS[language], input=code, text=True, cwd=self.folder, timeout=120,
                                  capture_output=True, env=program.environment(PATH=path, LC_ALL='C.UTF-8'))
        self.assertEqual(finished.returncode, 0, code + finished.stderr)
        return finished.stdout

    def test_every_block_runs_and_prints_what_the_page_says(self):
        shutil.copytree(program.ROOT / 'samples', self.folder / 'samples')
        missing = {language for language in INTERPRETERS if is_missing(language)}
        if missing:
            print('skipped: the sessions in', *sorted(missing))
        printed = None
        languages = set()

        def run(block):
            nonlocal printed
            language, code = block.groups()
            if language != 'text':
                languages.add(language)
                printed = None if language in missing else self.run_block(language, code)
            elif printed is not None:
                if 'ACCEPT_GOLDEN' not in os.environ:
                    self.assertEqual(code, printed)
                return f'```text\n{printed}```'
            return block.group()

        page = BLOCK.sub(run, TUTORIAL.read_text())
        self.assertEqual(languages, set(INTERPRETERS))
        if 'ACCEPT_GOLDEN' in os.environ:
            TUTORIAL.write_text(page)


if __name__ == '__main__':
    program.main()
