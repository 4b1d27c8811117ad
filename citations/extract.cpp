#include "citations/extract.hpp"

#include "citations/references.hpp"
#include "citations/resolve.hpp"
#include "citations/tokens.hpp"
#include "citations/vocabulary.hpp"

namespace resograph {

struct Extractor::Prepared {
    const Registry& registry;
    Vocabulary vocabulary;
};

Extractor::Extractor(const Registry& registry) : prepared_(new Prepared{registry, Vocabulary(registry)}) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;

Extracted Extractor::extract(const Document& document) const {
    Tokens tokens;
    tokenize(document.text, prepared_->vocabulary, tokens);
    const auto references = find_references(document, tokens, prepared_->vocabulary);
    auto extracted = resolve(document, references, prepared_->vocabulary, prepared_->registry);
    for (const auto& symbol : document.metadata.related)
        extracted.facts.push_back({extracted.source, symbol, Relation::related});
    return extracted;
}

const Registry& Extractor::registry() const { return prepared_->registry; }

}  // namespace resograph
