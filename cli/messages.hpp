// What is said on standard error: diagnostics, and progress on a terminal.
#pragma once

#include <span>
#include <string_view>

#include "cli/options.hpp"
#include "document/document.hpp"

namespace resograph::cli {

// Prints what is reported and remembers whether it was an error.
class Messages {
public:
    Messages();
    ~Messages();
    Messages(const Messages&) = delete;
    Messages& operator=(const Messages&) = delete;

    void report(const Diagnostic& diagnostic);
    void report(std::span<const Diagnostic> diagnostics);

    // A remark that belongs to no file.
    void say(std::string_view text);

    // One line that is written over, and only on a terminal.
    void progress(std::string_view verb, std::size_t done, std::size_t all);

    bool any_error() const { return any_error_; }

    // The status of a command that could use `used` of its inputs.
    Status status(std::size_t used) const;

private:
    void clear_progress();

    bool terminal_;
    bool colours_;
    bool any_error_ = false;
    bool progress_shown_ = false;
};

// "resograph: error: what", for what ends the program.
void print_failure(std::string_view what);

}  // namespace resograph::cli
