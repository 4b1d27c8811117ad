// What the user asked for: the command line as a value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "importers/importer.hpp"
#include "inputs/archives.hpp"

namespace resograph::cli {

// The exit status of the program (contract, section 5).
enum Status { done = 0, partly_done = 1, wrong_usage = 2, nothing_done = 3 };

struct Options {
    std::vector<std::string> words;  // what stands after the command: paths, identifiers, words to search

    // Where the graph comes from.
    std::vector<std::string> from;
    std::string store = "resograph.db";
    std::vector<std::string> registries;

    // Reading.
    std::vector<std::string> metadata;  // tables of what documents do not say themselves
    unsigned jobs = 1;
    std::uint64_t max_size_mib = default_size_limit >> 20;
    std::uint64_t max_members = ArchiveLimits{}.members;
    std::size_t max_depth = ImportLimits{}.depth;
    std::size_t max_pages = ImportLimits{}.pages;
    std::size_t max_growth = ImportLimits{}.growth;
    std::string input_format;  // "": by content

    // Writing.
    std::string format;  // "": the command's own choice
    std::string output = "-";
    bool text = false;     // extract: the plain text instead of the citations
    bool explain = false;  // extract: in words, with what settled each citation

    // Which part of the graph an answer, an export or a diagram is about.
    std::vector<std::string> relations;
    std::vector<std::string> bodies;
    std::vector<std::string> kinds;
    std::string since;
    std::string until;
    std::vector<std::string> around;
    int depth = 1;
    std::size_t min_weight = 1;
    bool no_structure = false;

    // Questions.
    bool transitive = false;
    bool with_protocols = false;
    bool mentions = false;           // a row for each mention instead of each document
    bool quote = false;              // mentions with the sentence around them
    std::string by;                  // "": the command's own choice
    std::size_t limit = 20;          // 0: no limit
    std::vector<std::string> topic;  // mainpath: words of titles

    bool learned = false;  // instruments: what the documents teach

    // export, diagram
    bool merge = false;
    std::string layout = "family";
    std::string title;
    std::size_t max_nodes = 60;
};

}  // namespace resograph::cli
