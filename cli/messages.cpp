#include "cli/messages.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include <fmt/core.h>

namespace resograph::cli {

namespace {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value;
}

bool is_dumb_terminal() {
    const char* term = std::getenv("TERM");
    return !term || std::string_view(term) == "dumb";
}

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "\033[36m";
        case Severity::warning:
            return "\033[33m";
        case Severity::error:
            return "\033[31m";
    }
    return "";
}

// Colours the first ": error: ", which to_string() wrote.
std::string coloured(std::string line, Severity severity) {
    for (const std::string_view word : {": note: ", ": warning: ", ": error: "}) {
        const auto at = line.find(word);
        if (at == std::string::npos) continue;
        line.insert(at + word.size() - 1, "\033[0m");
        line.insert(at + 2, colour_of(severity));
        break;
    }
    return line;
}

void print(std::string_view line) { fmt::print(stderr, "{}\n", line); }

}  // namespace

Messages::Messages()
    : terminal_(isatty(STDERR_FILENO) && !is_dumb_terminal()), colours_(terminal_ && !is_set("NO_COLOR")) {}

Messages::~Messages() { clear_progress(); }

void Messages::report(const Diagnostic& diagnostic) {
    clear_progress();
    any_error_ |= diagnostic.severity == Severity::error;
    const auto line = to_string(diagnostic);
    print(colours_ ? coloured(line, diagnostic.severity) : line);
}

void Messages::report(std::span<const Diagnostic> diagnostics) {
    for (const auto& diagnostic : diagnostics) report(diagnostic);
}

void Messages::say(std::string_view text) {
    clear_progress();
    print(text);
}

void Messages::progress(std::string_view verb, std::size_t done, std::size_t all) {
    if (!terminal_ || (done % 64 != 0 && done != all)) return;
    fmt::print(stderr, "\r\033[K{} {} of {}", verb, done, all);
    progress_shown_ = true;
}

void Messages::clear_progress() {
    if (progress_shown_) fmt::print(stderr, "\r\033[K");
    progress_shown_ = false;
}

Status Messages::status(std::size_t used) const {
    if (!any_error_) return done;
    return used > 0 ? partly_done : nothing_done;
}

void print_failure(std::string_view what) { print(fmt::format("resograph: error: {}", what)); }

}  // namespace resograph::cli
