"""One resolution in every form: the same citations, and one node. Archives and tables of metadata as users have them."""
import io
import json
import tarfile
import zipfile

import program
from program import CITATIONS_OF_SEED, DONE, PARTLY_DONE

FORMS = ['akn.xml', 'docx', 'html']
DIFFERS = ('file', 'span')  # and no more


def records(*arguments, **more):
    result = program.run('extract', *arguments, **more)
    assert result.err == '', result.err
    return [{key: value for key, value in json.loads(line).items() if key not in DIFFERS} for line in result.out.splitlines()]


class Forms(program.ScratchTest):
    def test_the_seed_gives_the_same_citations_in_every_form(self):
        expected = records(program.TEXT)
        self.assertEqual(len(expected), CITATIONS_OF_SEED)
        for form in FORMS:
            with self.subTest(form):
                self.assertEqual(records(program.ROOT / f'samples/e-res-2003-20.{form}'), expected)

    def test_the_seed_gives_the_same_citations_in_every_encoding(self):
        expected = records(program.TEXT)
        text = program.TEXT.read_text()
        for encoding in ('utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be'):
            with self.subTest(encoding):
                self.assertEqual(records(self.write('seed.txt', text.encode(encoding))), expected)

    def test_several_files_of_one_document_are_one_node_and_count_once(self):
        for form in FORMS + ['txt']:
            self.write(f'in/seed.{form}', (program.ROOT / f'samples/e-res-2003-20.{form}').read_bytes())
        one = json.loads(program.run('show', 'E/RES/2003/20', '--from', program.TEXT, '--format', 'json').out)
        all_forms = json.loads(self.run_here('show', 'E/RES/2003/20', '--from', 'in', '--format', 'json').out)
        self.assertEqual(all_forms['citations'], one['citations'])
        cited = json.loads(self.run_here('show', 'untoc-tip', '--from', 'in', '--format', 'json').out)
        self.assertEqual(cited['citing_documents'], 1)


class Archives(program.ScratchTest):
    def test_a_bad_file_among_a_thousand_costs_itself(self):
        good = (program.ROOT / 'samples/a-res-55-255.txt').read_bytes()
        with zipfile.ZipFile(self.folder / 'many.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
            for n in range(1000):
                archive.writestr(f'{n:04}.txt', good)
            archive.writestr('bad/0500.xml', program.AKN.read_bytes()[:500])
        with tarfile.open(self.folder / 'many.tar.gz', 'w:gz') as archive:
            for n in range(1000):
                member = tarfile.TarInfo(f'{n:04}.txt')
                member.size = len(good)
                archive.addfile(member, io.BytesIO(good))
            member = tarfile.TarInfo('bad/0500.xml')
            member.size = 500
            archive.addfile(member, io.BytesIO(program.AKN.read_bytes()[:500]))
        for_one = len(records(program.ROOT / 'samples/a-res-55-255.txt'))
        for name in ('many.zip', 'many.tar.gz'):
            with self.subTest(name):
                result = self.run_here('extract', name)
                self.assertRegex(result.err, rf'^{name}/bad/0500.xml:\d+:\d+: error: not well-formed XML[^\n]*\n$')
                self.assertEqual(len(result.out.splitlines()), 1000 * for_one)
                self.assertEqual(result.status, PARTLY_DONE)

    def test_a_store_reads_only_the_members_that_changed(self):
        def pack(members):
            with zipfile.ZipFile(self.folder / 'a.zip', 'w') as archive:
                for name, content in members.items():
                    archive.writestr(name, content)

        seed, other = program.TEXT.read_bytes(), (program.ROOT / 'samples/a-res-55-255.txt').read_bytes()
        build = lambda: self.run_here('build', 'a.zip').err.splitlines()[-1]
        pack({'a.txt': seed, 'b.txt': other})
        self.assertEqual(build(), 'resograph.db: 2 files read, 0 unchanged, 0 removed, 0 unusable')
        pack({'a.txt': seed, 'c.txt': other})
        self.assertEqual(build(), 'resograph.db: 1 files read, 1 unchanged, 1 removed, 0 unusable')
        self.assertEqual(len(self.run_here('citing', 'untoc', '--format', 'csv').out.splitlines()), 1 + 2)

    def test_standard_input_may_be_an_archive(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, 'w') as archive:
            archive.write(program.TEXT, 'seed.txt')
        result = program.run('extract', '-', stdin=packed.getvalue())
        self.assertEqual(len(result.out.splitlines()), CITATIONS_OF_SEED)
        self.assertEqual(json.loads(result.out.splitlines()[0])['file'], '-/seed.txt')


class Metadata(program.ScratchTest):
    def show(self, *arguments):
        return json.loads(self.run_here('show', *arguments, '--format', 'json').out)

    def test_show_says_where_each_part_comes_from(self):
        text = 'The General Assembly,\n\nRecalling its resolution 50/1,\n\n1. Decides.\n'
        self.write('A_RES_60_1.txt', text)
        self.write('x.txt', text)
        self.write('m.csv', 'file,symbol,title,date\nx.txt,A/RES/60/2,Another matter,2005-10-01\n')
        named = self.show('A/RES/60/1', '--from', 'A_RES_60_1.txt')
        self.assertEqual(named['origins'], ['symbol: file name', 'language: assumed'])
        tabled = self.show('A/RES/60/2', '--from', 'x.txt', '--metadata', 'm.csv')
        self.assertEqual((tabled['title'], tabled['date']), ('Another matter', '2005-10-01'))
        self.assertEqual(tabled['origins'], ['symbol: table', 'title: table', 'date: table', 'language: assumed'])
        self.assertIn('symbol: document', self.show('E/RES/2003/20', '--from', program.TEXT)['origins'])

    def test_a_table_counts_more_than_a_file_name_and_less_than_the_document(self):
        self.write('A_RES_60_1.txt', 'The General Assembly,\n\nRecalling its resolution 50/1,\n\n1. Decides.\n')
        self.write('seed.txt', program.TEXT.read_bytes())
        self.write('m.csv', 'file,symbol\nA_RES_60_1.txt,A/RES/60/2\nseed.txt,A/RES/60/3\n')
        result = self.run_here('extract', 'A_RES_60_1.txt', 'seed.txt', '--metadata', 'm.csv')
        self.assertEqual({json.loads(line)['source'] for line in result.out.splitlines()}, {'A/RES/60/2', 'E/RES/2003/20'})
        self.assertEqual(result.status, DONE)


if __name__ == '__main__':
    program.main()
