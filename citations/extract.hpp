// From a document to its citations: the language of resolutions, and the resolution of what they name.
#pragma once

#include "citations/citation.hpp"
#include "document/document.hpp"
#include "registry/registry.hpp"

namespace resograph {

// Everything that is prepared once and shared by all threads: the vocabulary tables and the names of
// the registry in one phrase trie. Immutable; keeps a reference to the registry.
class Extractor {
public:
    explicit Extractor(const Registry& registry);
    ~Extractor();
    Extractor(Extractor&&) noexcept;

    // Thread-safe. Never throws on any document.
    Extracted extract(const Document& document) const;

    const Registry& registry() const;

private:
    struct Prepared;
    std::unique_ptr<const Prepared> prepared_;
};

}  // namespace resograph
