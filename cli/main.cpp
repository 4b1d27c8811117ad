// The command line: options are read here and nowhere else.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <new>
#include <thread>

#include <fmt/core.h>

#include "citations/citation.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output_file.hpp"
#include "importers/importer.hpp"

namespace resograph::cli {

namespace {

using Run = Status (*)(const Options&);

void add_registry(CLI::App& command, Options& options) {
    command.add_option("--registry", options.registries, "more instruments, a table like the library's own")
        ->type_name("FILE");
}

std::vector<std::string> importer_names() {
    std::vector<std::string> names;
    for (const auto* importer : importers()) names.emplace_back(importer->name);
    return names;
}

template <typename Number>
void add_limit(CLI::App& command, const char* name, Number& limit, Number most, const char* description) {
    command.add_option(name, limit, description)->check(CLI::Range(Number{1}, most))->type_name("N");
}

void add_reading(CLI::App& command, Options& options) {
    add_registry(command, options);
    command.add_option("-j,--jobs", options.jobs, "threads that read")
        ->check(CLI::Range(1u, 1024u))
        ->type_name("N");
    command
        .add_option("--max-size", options.max_size_mib,
                    "the largest file or member of an archive that is read, in MiB")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 20))
        ->type_name("MIB");
    command
        .add_option("--metadata", options.metadata,
                    "a table (CSV) of what documents do not say: file,symbol,title,date,language,body")
        ->type_name("FILE");
    add_limit(command, "--max-members", options.max_members, std::uint64_t{1} << 40,
              "how many files of an archive are read, and parts of a Word file");
    add_limit(command, "--max-growth", options.max_growth, std::size_t{1} << 20,
              "how many times its size a Word file may unpack to");
    add_limit(command, "--max-pages", options.max_pages, std::size_t{1} << 30,
              "how many pages a PDF may have");
    add_limit(command, "--max-depth", options.max_depth, std::size_t{1} << 20,
              "how deep elements may be nested; default: 10000, in HTML 2000");
    command.add_option("--input-format", options.input_format, "instead of what the content says")
        ->check(CLI::IsMember(importer_names()))
        ->type_name("NAME");
}

void add_output(CLI::App& command, Options& options) {
    command.add_option("-o,--output", options.output, "\"-\" is standard output")->type_name("FILE");
}

void add_format(CLI::App& command, Options& options, const char* otherwise) {
    command.add_option("--format", options.format, std::string("default: ") + otherwise)
        ->check(CLI::IsMember({"table", "json", "jsonl", "csv", "tsv", "markdown"}))
        ->type_name("table|json|jsonl|csv|tsv|markdown");
    add_output(command, options);
}

void add_source(CLI::App& command, Options& options) {
    auto* from = command.add_option("--from", options.from, "work on these files in memory, without a store");
    from->type_name("PATH");
    command.add_option("--store", options.store, "default: " + options.store)
        ->type_name("FILE")
        ->excludes(from);
    add_reading(command, options);
}

std::vector<std::string> citation_relations() {
    std::vector<std::string> names;
    for (auto n = static_cast<unsigned char>(Relation::recalls);
         n <= static_cast<unsigned char>(Relation::mentions); ++n) {
        names.emplace_back(to_string(static_cast<Relation>(n)));
    }
    return names;
}

std::string why_no_date(const std::string& text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    const bool length_fits = text.size() == 4 || text.size() == 7 || text.size() == 10;
    for (std::size_t i = 0; length_fits && i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == 'd' ? !digit : text[i] != '-')
            return "expected a date such as 2000-11-15, 2000-11 or 2000";
    }
    return length_fits ? "" : "expected a date such as 2000-11-15, 2000-11 or 2000";
}

// The same for all questions, exports and diagrams.
void add_filter(CLI::App& command, Options& options) {
    const auto add = [&](const char* name, auto& value, const char* description, const char* type) {
        return command.add_option(name, value, description)->type_name(type)->group("Filter");
    };
    add("--relation", options.relations, "recalls, notes, acts_under, urges_adherence, …", "NAME")
        ->check(CLI::IsMember(citation_relations()));
    add("--body", options.bodies, "that cites: GA, SC, ECOSOC, HRC, …", "NAME");
    add("--kind", options.kinds, "what is cited: treaty, protocol, declaration, resolution, …", "NAME");
    add("--since", options.since, "no document before this date", "DATE")->check(why_no_date);
    add("--until", options.until, "no document after this date", "DATE")->check(why_no_date);
    add("--around", options.around, "only what is near this work", "ID");
    add("--depth", options.depth, "how many steps are near, default: 1", "N")->check(CLI::Range(0, 1000));
    add("--min-weight", options.min_weight, "only what a document cites so often", "N")
        ->check(CLI::PositiveNumber);
    command.add_flag("--no-structure", options.no_structure, "without the relations between instruments")
        ->group("Filter");
}

CLI::Option* add_id(CLI::App& command, Options& options) {
    return command.add_option("ID", options.words, "an identifier, symbol, title or abbreviation");
}

void add_pair(CLI::App& command, Options& options,
              const char* description = "two identifiers, symbols, titles or abbreviations",
              const char* names = "FROM TO") {
    command.add_option("IDS", options.words, description)->required()->expected(2)->type_name(names);
}

void add_protocols(CLI::App& command, Options& options) {
    command.add_flag("--with-protocols", options.with_protocols, "its protocols too");
}

void add_limit(CLI::App& command, Options& options) {
    command.add_option("--limit", options.limit, "default: 20; 0: all")->type_name("N");
}

// The first is what is done otherwise.
void add_by(CLI::App& command, Options& options, const std::vector<std::string>& measures) {
    command.add_option("--by", options.by, "default: " + measures.front())
        ->check(CLI::IsMember(measures))
        ->type_name(CLI::detail::join(measures, "|"));
}

// Declares the commands on one parser; the one that is typed is noted in `run`.
class CommandLine {
public:
    CommandLine();

    bool knows(const char* command) {
        return !app.get_subcommands([&](CLI::App* known) { return known->check_name(command); }).empty();
    }

    CLI::App app{"Who cites what, where and how in the resolutions of the United Nations", "resograph"};
    Options options;
    Run run = nullptr;

private:
    CLI::App& add(const char* name, const char* description, Run command) {
        auto& added = *app.add_subcommand(name, description);
        added.callback([this, command] { run = command; });
        return added;
    }
    void add_build();
    void add_extract();
    void add_annotate();
    void add_neighbours(const char* name, const char* description, Run command);
    void add_why();
    void add_show();
    void add_path();
    CLI::App& add_question(const char* name, const char* description, Run command);
    void add_rank();
    void add_more_questions();
    void add_diagram();
    void add_export();
    void add_instruments();
    void add_formats();
};

CommandLine::CommandLine() {
    options.jobs = std::max(1u, std::thread::hardware_concurrency());
    app.set_version_flag("--version", RESOGRAPH_VERSION);
    app.require_subcommand(1);
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        return fmt::format("resograph: error: {} (--help says more)\n", error.what());
    });
    app.get_formatter()->column_width(28);
    add_build();
    add_extract();
    add_annotate();
    add_neighbours("citing", "Which documents cite a work", citing);
    add_neighbours("cites", "What a document cites", cites);
    add_why();
    add_show();
    add_path();
    add_rank();
    add_more_questions();
    add_diagram();
    add_export();
    add_instruments();
    add_formats();
}

void CommandLine::add_build() {
    auto& command = add("build", "Read documents into a store; only what changed is read again", build);
    command.add_option("PATH", options.words, "files and folders; \"-\" is standard input")->required();
    command.add_option("--store", options.store, "default: " + options.store)->type_name("FILE");
    add_reading(command, options);
}

void CommandLine::add_extract() {
    auto& command = add("extract", "Citation records of documents", extract);
    command.add_option("FILE", options.words, "files and folders; \"-\" is standard input")->required();
    command.add_flag("--text", options.text, "the plain text that the spans point into, instead");
    command.add_flag("--explain", options.explain,
                     "in words: the rule, the evidence and the alternatives of each");
    add_reading(command, options);
    add_format(command, options, "jsonl");
}

void CommandLine::add_why() {
    auto& command =
        add("why", "Why a document is said to cite a work: the rule, the evidence, the alternatives", why);
    add_pair(command, options, "a document that was read, and what it cites", "SOURCE TARGET");
    add_source(command, options);
    add_output(command, options);
}

void CommandLine::add_annotate() {
    auto& command = add("annotate", "Documents with their references marked up", annotate_documents);
    command.add_option("FILE", options.words, "files and folders; \"-\" is standard input")->required();
    command
        .add_option("--format", options.format,
                    "Akoma Ntoso or a page to read; default: by the name of the output")
        ->check(CLI::IsMember({"akn", "html"}))
        ->type_name("akn|html");
    add_reading(command, options);
    add_output(command, options);
    command.get_option("--output")->type_name("FILE|FOLDER/");
}

// What all questions share.
CLI::App& CommandLine::add_question(const char* name, const char* description, Run which) {
    auto& command = add(name, description, which);
    add_filter(command, options);
    add_source(command, options);
    add_format(command, options, "table");
    return command;
}

void CommandLine::add_neighbours(const char* name, const char* description, Run which) {
    auto& command = add_question(name, description, which);
    add_id(command, options)->required();
    command.add_flag("--transitive", options.transitive, "chains of citations too");
    command.add_flag("--mentions", options.mentions, "a row for each mention, with its words");
    command.add_flag("--quote", options.quote, "--mentions with the sentence around them, from the files");
    add_protocols(command, options);
}

void CommandLine::add_show() {
    add_id(add_question("show", "One work: its names, symbols, relations, counts", show), options)
        ->required();
}

void CommandLine::add_path() {
    add_pair(add_question("path", "How one work is connected to another", path), options);
    auto& between =
        add_question("between", "What lies on the chains from one work to another", between_works);
    add_pair(between, options);
    add_limit(between, options);
}

void CommandLine::add_rank() {
    auto& command = add_question("rank", "The works that are cited most", rank);
    add_by(command, options, {"documents", "mentions", "pagerank", "authority", "hub"});
    add_limit(command, options);
}

void CommandLine::add_more_questions() {
    auto& related =
        add_question("related", "Works cited together with it, or citing the same", related_works);
    add_id(related, options)->required();
    add_by(related, options, {"similarity", "cocitation", "coupling"});
    add_limit(related, options);

    auto& descent = add_question("mainpath", "How a text or a topic came down to its descendants", mainpath);
    add_id(descent, options);
    descent.add_option("--topic", options.topic, "all documents with these words in the title, instead")
        ->type_name("WORDS");
    add_by(descent, options, {"spc", "splc", "spnp"});
    add_protocols(descent, options);

    auto& groups =
        add_question("communities", "Works that belong together by their citations", communities_of_works);
    add_by(groups, options, {"modularity", "component"});
    add_limit(groups, options);

    auto& years = add_question("timeline", "How often a work is cited each year", timeline_of_work);
    add_id(years, options)->required();
    add_protocols(years, options);

    add_limit(add_question("dangling", "Works that are cited but were not read", dangling_works), options);
    add_question("check", "Contradictions, and what was left undecided", check);

    auto& diff = add("diff", "What is in one store and not in the other", resograph::cli::diff);
    diff.add_option("STORES", options.words, "two stores")->required()->expected(2)->type_name("OLD NEW");
    add_registry(diff, options);
    add_filter(diff, options);
    add_format(diff, options, "table");
}

void CommandLine::add_diagram() {
    auto& command = add("diagram", "A picture of what surrounds a work", diagram);
    command.add_option("ID", options.words, "identifiers, symbols, titles or abbreviations")->required();
    command.add_option("-f,--format", options.format, "default: by the name of the file")
        ->type_name("svg|png|pdf|dot");
    command.add_option("--layout", options.layout, "default: family")
        ->check(CLI::IsMember({"family", "ego", "timeline", "path"}))
        ->type_name("family|ego|timeline|path");
    command.add_option("--max-nodes", options.max_nodes, "the rest is folded, default: 60")->type_name("N");
    command.add_option("--title", options.title, "above the picture")->type_name("TEXT");
    add_filter(command, options);
    add_source(command, options);
    add_output(command, options);
}

void CommandLine::add_export() {
    auto& command = add("export", "The graph in a format of other tools", export_graph);
    command
        .add_option("-f,--format", options.format, "default: by the name of the file (\"resograph formats\")")
        ->type_name("FORMAT");
    command.add_flag("--merge", options.merge, "parallel citations as one edge, with their number as weight");
    add_filter(command, options);
    add_source(command, options);
    add_output(command, options);
}

void CommandLine::add_instruments() {
    auto& command = add("instruments", "Search the registry of instruments", instruments);
    command.add_option("WORDS", options.words, "all of them must occur; without words, all instruments");
    auto* learned = command.add_flag("--learned", options.learned,
                                     "what the documents teach and the registry lacks, as rows for it");
    add_source(command, options);
    for (const char* source : {"--from", "--store"}) command.get_option(source)->needs(learned);
    add_format(command, options, "table");
}

void CommandLine::add_formats() {
    add_format(add("formats", "What is read and written", formats), options, "table");
}

Status run_command_line(int argc, char** argv) {
    CommandLine line;
    if (argc > 1 && argv[1][0] != '-' && !line.knows(argv[1])) {
        print_failure(fmt::format("\"{}\" is no command (--help lists them)", argv[1]));
        return wrong_usage;
    }
    try {
        line.app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return line.app.exit(error) == 0 ? done : wrong_usage;
    }
    return line.run(line.options);
}

}  // namespace

}  // namespace resograph::cli

int main(int argc, char** argv) {
    using namespace resograph::cli;
    try {
        return run_command_line(argc, argv);
    } catch (const OutputError& error) {
        if (!error.reader_left) print_failure(error.what());
    } catch (const std::bad_alloc&) {
        print_failure("not enough memory");
    } catch (const std::exception& error) {
        print_failure(error.what());
    }
    return nothing_done;
}
