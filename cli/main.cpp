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
    command.add_option("--max-members", options.max_members, "how many files of an archive are read")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 40))
        ->type_name("N");
    command.add_option("--input-format", options.input_format, "instead of what the content says")
        ->check(CLI::IsMember(importer_names()))
        ->type_name("NAME");
}

void add_output(CLI::App& command, Options& options) {
    command.add_option("-o,--output", options.output, "\"-\" is standard output")->type_name("FILE");
}

void add_format(CLI::App& command, Options& options, const char* otherwise) {
    command.add_option("--format", options.format, std::string("default: ") + otherwise)
        ->check(CLI::IsMember({"table", "json", "jsonl", "csv", "markdown"}))
        ->type_name("table|json|jsonl|csv|markdown");
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

void add_filter(CLI::App& command, Options& options) {
    command.add_option("--relation", options.relations, "recalls, notes, acts_under, urges_adherence, …")
        ->check(CLI::IsMember(citation_relations()))
        ->type_name("NAME");
    command.add_option("--body", options.bodies, "GA, SC, ECOSOC, HRC, …")->type_name("NAME");
    command.add_option("--since", options.since, "no document before this date")
        ->check(why_no_date)
        ->type_name("DATE");
    command.add_option("--until", options.until, "no document after this date")
        ->check(why_no_date)
        ->type_name("DATE");
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
    void add_neighbours(const char* name, const char* description, Run command);
    void add_show();
    void add_path();
    void add_rank();
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
    add_neighbours("citing", "Which documents cite a work", citing);
    add_neighbours("cites", "What a document cites", cites);
    add_show();
    add_path();
    add_rank();
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
    add_reading(command, options);
    add_format(command, options, "jsonl");
}

void CommandLine::add_neighbours(const char* name, const char* description, Run which) {
    auto& command = add(name, description, which);
    command.add_option("ID", options.words, "an identifier, symbol, title or abbreviation")->required();
    command.add_flag("--transitive", options.transitive, "chains of citations too");
    command.add_flag("--mentions", options.mentions, "a row for each mention, with its words");
    add_filter(command, options);
    add_source(command, options);
    add_format(command, options, "table");
}

void CommandLine::add_show() {
    auto& command = add("show", "One work: its names, symbols, relations, counts", show);
    command.add_option("ID", options.words, "an identifier, symbol, title or abbreviation")->required();
    add_source(command, options);
    add_format(command, options, "table");
}

void CommandLine::add_path() {
    auto& command = add("path", "How one work is connected to another", path);
    command.add_option("IDS", options.words, "two identifiers, symbols, titles or abbreviations")
        ->required()
        ->expected(2)
        ->type_name("FROM TO");
    add_source(command, options);
    add_format(command, options, "table");
}

void CommandLine::add_rank() {
    auto& command = add("rank", "The works that are cited most", rank);
    command.add_option("--by", options.by, "default: documents")
        ->check(CLI::IsMember({"documents", "mentions", "pagerank"}))
        ->type_name("documents|mentions|pagerank");
    command.add_option("--limit", options.limit, "default: 20")->type_name("N");
    add_filter(command, options);
    add_source(command, options);
    add_format(command, options, "table");
}

void CommandLine::add_diagram() {
    auto& command = add("diagram", "A picture of what surrounds a work", diagram);
    command.add_option("ID", options.words, "identifiers, symbols, titles or abbreviations")->required();
    command.add_option("-f,--format", options.format, "default: by the name of the file")
        ->type_name("svg|png|pdf|dot");
    command.add_option("--layout", options.layout, "default: family")
        ->check(CLI::IsMember({"family", "ego", "timeline", "path"}))
        ->type_name("family|ego|timeline|path");
    command.add_option("--depth", options.depth, "how many steps away, default: 1")
        ->check(CLI::Range(0, 1000))
        ->type_name("N");
    command.add_option("--max-nodes", options.max_nodes, "the rest is folded, default: 60")->type_name("N");
    command.add_option("--title", options.title, "above the picture")->type_name("TEXT");
    add_source(command, options);
    add_output(command, options);
}

void CommandLine::add_export() {
    auto& command = add("export", "The graph in a format of other tools", export_graph);
    command
        .add_option("-f,--format", options.format, "default: by the name of the file (\"resograph formats\")")
        ->type_name("FORMAT");
    command.add_flag("--merge", options.merge, "parallel citations as one edge, with their number as weight");
    add_source(command, options);
    add_output(command, options);
}

void CommandLine::add_instruments() {
    auto& command = add("instruments", "Search the registry of instruments", instruments);
    command.add_option("WORDS", options.words, "all of them must occur; without words, all instruments");
    add_registry(command, options);
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
