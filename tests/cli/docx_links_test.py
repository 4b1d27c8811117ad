"""The documents that the editors of Word files hyperlinked are found by the grammar, which does not look at the links.

Skipped where ../shared/corpus/docx is absent. With LIST_MISSED set, what was missed is printed.
"""
import csv
import json
import os
import re
import sys
import unittest
import urllib.parse
import xml.etree.ElementTree as ET
import zipfile

import program

SHARED = program.ROOT.parent / 'shared'
CORPUS = SHARED / 'corpus/docx'
LEAST_RECALL = 0.98
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'


def whole_document(symbol):
    """Editors link the whole of a resolution: A/RES/72/266A and A/RES/72/266 are one, and so is an annex."""
    symbol = re.sub(r'\s+', '', symbol or '').split('#')[0].upper()
    return re.sub(r'(?<=[\d)])\[?[A-Z](-[A-Z])?\]?$', '', symbol)


def linked_symbol(href):
    """The symbol in https://undocs.org/en/A/RES/76/245; '' for other addresses."""
    found = re.match(r'https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:(?:en|fr|es|ru|zh|ar)/)?(.+)', urllib.parse.unquote(href.strip()))
    return whole_document(found[1]) if found else ''


def links_of(path):
    """Symbol -> the text of a link to it, in the document itself."""
    with zipfile.ZipFile(path) as word:
        targets = {r.get('Id'): r.get('Target') for r in ET.fromstring(word.read('word/_rels/document.xml.rels'))}
        links = {}
        for link in ET.fromstring(word.read('word/document.xml')).iter(W + 'hyperlink'):
            text = ''.join(t.text or '' for t in link.iter(W + 't'))
            symbol = linked_symbol(targets.get(link.get(R + 'id'), ''))
            if symbol and text.strip():
                links.setdefault(symbol, text)
        return links


def adopted_by():
    """An instrument answers to the resolution that adopted it."""
    table = program.ROOT / 'registry/tables/instruments.tsv'
    with open(table, encoding='utf-8', newline='') as file:
        return {row['id']: whole_document(row['adopted_by'].split(', ')[0])
                for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE) if row.get('adopted_by')}


class Links(unittest.TestCase):
    def test_the_links_of_the_editors_are_found_as_targets(self):
        homes = adopted_by()
        linked, missed = 0, []
        for path in sorted(CORPUS.glob('*.docx')):
            result = program.run('extract', path)
            self.assertEqual((result.err, result.status), ('', program.DONE))
            found = set()
            for record in map(json.loads, result.out.splitlines()):
                for target in (record['target'], record['symbol']):
                    found |= {whole_document(target), homes.get(target, '')}
            links = links_of(path)
            linked += len(links)
            missed += [f'{path.name}: {symbol} ({text})' for symbol, text in links.items() if symbol not in found]
        recall = 1 - len(missed) / linked
        if 'LIST_MISSED' in os.environ:
            print(f'recall {recall:.4f} of {linked}', *missed, sep='\n')
        self.assertGreaterEqual(recall, LEAST_RECALL, missed)


if __name__ == '__main__':
    if not CORPUS.is_dir():
        print(f'skipped: no {CORPUS}')
        sys.exit(77)
    program.main()
