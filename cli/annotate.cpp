#include "markup/annotate.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "cli/reading.hpp"

namespace resograph::cli {

namespace {

namespace fs = std::filesystem;

struct AnnotatedInput : InputResult {
    std::vector<MarkedUpFile> files;
};

using Consume = std::function<void(AnnotatedInput&&)>;

// By --format, else by the name of the file.
bool is_html(const Options& options) {
    if (!options.format.empty()) return options.format == "html";
    return options.output.ends_with(".html") || options.output.ends_with(".htm");
}

// Hands over what comes of each input, when all that there is to say of it is said.
void annotate_files(const std::vector<InputFile>& files, const Options& options, Messages& messages,
                    const Consume& consume) {
    const auto registry = load_registry(options, messages);
    const Extractor extractor(registry);
    const auto metadata = load_metadata(options, messages);
    const Annotating annotating{[&](Document& document) { metadata.complete(document); }, limits_of(options)};
    const auto write = is_html(options) ? annotate_as_html : annotate;
    for_each_input<AnnotatedInput>(
        files, options,
        [&](const Input& input, AnnotatedInput& result) {
            const auto* importer = importer_for(input, options.input_format, result);
            if (!importer) return;
            auto annotated = write(*importer, input.bytes, input.name, extractor, annotating);
            result.files = std::move(annotated.files);
            result.diagnostics = std::move(annotated.diagnostics);
        },
        [&](AnnotatedInput&& result) {
            messages.report(result.diagnostics);
            consume(std::move(result));
        });
}

void write_file(const std::string& path, const std::string& text) {
    OutputFile output(path);
    output.stream() << text;
    output.finish();
}

Status refuse_many(const Options& options, std::size_t count, std::string_view what) {
    print_failure(fmt::format("\"{}\" holds {} {}, expected one, or a folder to write them to: -o FOLDER/",
                              fmt::join(options.words, " "), count, what));
    return wrong_usage;
}

Status into_one_file(const std::vector<InputFile>& files, const Options& options, Messages& messages) {
    if (files.size() > 1) return refuse_many(options, files.size(), "files");
    std::string first;
    std::size_t documents = 0;
    annotate_files(files, options, messages, [&](AnnotatedInput&& result) {
        if (documents == 0 && !result.files.empty()) first = std::move(result.files.front().text);
        documents += result.files.size();
    });
    if (documents == 0) return messages.status(0);
    if (documents > 1) return refuse_many(options, documents, "documents");
    write_file(options.output, first);
    return messages.status(1);
}

// Names for the files of a folder, no two alike.
class FileNames {
public:
    explicit FileNames(std::string suffix) : suffix_(std::move(suffix)) {}

    // "A_RES_55_25.docx.xml": a file keeps its name; one of several in a file is named by its symbol.
    std::string name(const AnnotatedInput& input, const MarkedUpFile& file) {
        auto base = fs::path(input.file.name).filename().string();
        if (input.files.size() > 1 && !file.symbol.empty()) base = file.symbol;
        std::replace(base.begin(), base.end(), '/', '_');
        if (base.ends_with(suffix_)) base.resize(base.size() - suffix_.size());
        base.resize(std::min(base.size(), longest_));
        auto name = base + suffix_;
        for (int n = 2; !taken_.insert(name).second; ++n) name = fmt::format("{}-{}{}", base, n, suffix_);
        return name;
    }

private:
    static constexpr std::size_t longest_ = 200;  // file systems end at 255 bytes
    std::string suffix_;
    std::unordered_set<std::string> taken_;
};

bool is_folder(const std::string& path) {
    std::error_code error;
    return path.ends_with('/') || fs::is_directory(path, error);
}

// The file that would be written over, if the folder is where one of the inputs lies.
const InputFile* lies_in(const std::string& folder, const std::vector<InputFile>& files) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const InputFile& file) {
        std::error_code error;
        const auto parent = fs::path(file.name).parent_path();
        return fs::equivalent(parent.empty() ? "." : parent, folder, error);
    });
    return found == files.end() ? nullptr : &*found;
}

Status into_folder(const std::vector<InputFile>& files, const Options& options, Messages& messages) {
    const fs::path folder = options.output;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw OutputError(options.output, error.value());
    if (const auto* input = lies_in(folder, files)) {
        print_failure(fmt::format("\"{}\" lies in \"{}\", expected another folder to write to", input->name,
                                  options.output));
        return wrong_usage;
    }
    FileNames names(is_html(options) ? ".html" : ".xml");
    std::size_t read = 0, written = 0;
    annotate_files(files, options, messages, [&](AnnotatedInput&& result) {
        messages.progress("annotated", ++read, files.size());
        for (const auto& file : result.files) {
            write_file(folder / names.name(result, file), file.text);
            ++written;
        }
    });
    return messages.status(written);
}

}  // namespace

Status annotate_documents(const Options& options) {
    Messages messages;
    const auto list = list_files(options.words);
    messages.report(list.diagnostics);
    if (list.files.empty()) return messages.status(0);
    return (is_folder(options.output) ? into_folder : into_one_file)(list.files, options, messages);
}

}  // namespace resograph::cli
