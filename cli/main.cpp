// The command line: options are read here and nowhere else.
#include <CLI/CLI.hpp>
#include <exception>
#include <new>
#include <thread>

#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output_file.hpp"

namespace resograph::cli {

namespace {

using Run = Status (*)(const Options&);

void add_registry(CLI::App& command, Options& options) {
    command.add_option("--registry", options.registries, "more instruments, a table like the library's own")
        ->type_name("FILE");
}

void add_reading(CLI::App& command, Options& options) {
    add_registry(command, options);
    command.add_option("-j,--jobs", options.jobs, "threads that read")
        ->check(CLI::Range(1u, 1024u))
        ->type_name("N");
    command.add_option("--max-size", options.max_size_mib, "the largest file that is read, in MiB")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 20))
        ->type_name("MIB");
    command.add_option("--input-format", options.input_format, "instead of what the content says")
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

CLI::App& add_command(CLI::App& app, const char* name, const char* description, Run run, Run& chosen) {
    auto& command = *app.add_subcommand(name, description);
    command.callback([run, &chosen] { chosen = run; });
    return command;
}

void add_extract(CLI::App& app, Options& options, Run& chosen) {
    auto& command = add_command(app, "extract", "Citation records of documents", extract, chosen);
    command.add_option("FILE", options.words, "files and folders; \"-\" is standard input")->required();
    command.add_flag("--text", options.text, "the plain text that the spans point into, instead");
    add_reading(command, options);
    add_format(command, options, "jsonl");
}

Status run(int argc, char** argv) {
    CLI::App app("Who cites what, where and how in the resolutions of the United Nations", "resograph");
    app.set_version_flag("--version", RESOGRAPH_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(28);
    Options options;
    options.jobs = std::max(1u, std::thread::hardware_concurrency());
    Run chosen = nullptr;
    add_extract(app, options, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : wrong_usage;
    }
    return chosen(options);
}

}  // namespace

}  // namespace resograph::cli

int main(int argc, char** argv) {
    using namespace resograph::cli;
    try {
        return run(argc, argv);
    } catch (const OutputError& error) {
        if (!error.reader_left) print_failure(error.what());
    } catch (const std::bad_alloc&) {
        print_failure("not enough memory");
    } catch (const std::exception& error) {
        print_failure(error.what());
    }
    return nothing_done;
}
