"""The real PDFs give the targets of their text as pdftotext lays it out."""
import json
import pathlib
import sys
import unittest

import program

CORPUS = program.ROOT.parent / 'shared/corpus'


def targets(files):
    """The (document, target) pairs of these files."""
    records = map(json.loads, program.run('extract', *files).out.splitlines())
    return {(pathlib.Path(record['file']).stem, record['target']) for record in records}


class PdfCorpus(unittest.TestCase):
    def test_the_targets_agree_with_those_of_the_text(self):
        pdfs = sorted((CORPUS / 'pdf').glob('*.pdf'))
        of_pdf = targets(pdfs)
        of_text = targets([CORPUS / 'layout' / f'{pdf.stem}.txt' for pdf in pdfs])
        self.assertGreater(len(of_text), 900)
        self.assertGreaterEqual(len(of_pdf & of_text) / len(of_pdf | of_text), 0.99, of_pdf ^ of_text)


if __name__ == '__main__':
    if not CORPUS.is_dir():
        print(f'skipped: no corpus in {CORPUS}')
        sys.exit(77)
    program.main()
