// The store: one SQLite file that keeps what was extracted from each input file. Its schema is documented
// in docs/store.md.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "graph/assemble.hpp"
#include "graph/learning.hpp"

namespace resograph {

// A file as it was when it was read; while it stays the same it is not read again.
struct FileStamp {
    std::string file;
    std::uint64_t size = 0;
    std::int64_t modified_ns = 0;
    std::uint64_t hash = 0;  // XXH3 of the bytes
};

// Opening, reading and writing throw StoreError (a damaged file, a full disk, a locked store).
struct StoreError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Store {
public:
    enum class Mode { read, write };

    // write: creates the file when it is missing. read: throws when it is missing or not a store.
    Store(const std::string& path, Mode mode);
    ~Store();
    Store(Store&&) noexcept;

    // All that is changed between begin and commit is visible at once or, if the process dies, not at all.
    void begin();
    void commit();

    // The version of the program, vocabulary and registry that wrote the store: when it differs, every file
    // must be read again.
    std::string rules() const;
    void set_rules(const std::string& rules);

    std::vector<FileStamp> files() const;
    void put(const FileStamp& stamp, const std::vector<DocumentRecord>& records);  // replaces the file's
    void add(const FileStamp& stamp, const std::vector<DocumentRecord>& records);  // to the file's
    void remove(const std::string& file);

    // What the documents say of where names are to be found, and what follows for all citations by name: to
    // be done after the documents have changed.
    std::vector<Lesson> lessons() const;
    void relink(const LearnedNames& names);

    void for_each(const std::function<void(DocumentRecord&&)>& visit) const;  // by file name

    // The documents that cite a work, with their citations of it and no others, by file name. Of a document
    // in several files only the first that has any citations counts; the others come without.
    void for_each_citing(const std::string& target,
                         const std::function<void(const DocumentRecord&)>& visit) const;

    // Whether a document is, or cites, the work with this id.
    bool knows(const std::string& id) const;
    std::size_t documents() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace resograph
