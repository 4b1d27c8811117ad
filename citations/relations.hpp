// The relation of a citation: the nearest words that govern it (contract, section 3).
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citations/tokens.hpp"
#include "citations/vocabulary.hpp"
#include "document/document.hpp"

namespace resograph {

// Follows the grammar through a document: start_block() at each block, read() at each governing phrase,
// at() at each mention.
class RelationFinder {
public:
    RelationFinder(const Document& document, const Tokens& tokens, const Vocabulary& vocabulary)
        : document_(document), tokens_(tokens), vocabulary_(vocabulary) {}

    void start_block(std::uint32_t block);

    // The governing phrase at a token of the block.
    void read(std::size_t token);

    // Whether a governing word stands where clauses begin: "Recalling", ", and noting", "; recalls".
    bool opens_clause(Span block, std::size_t begin) const;

    // The relation of a mention.
    Relation at(Span mention);

    // The words that gave the last mention its relation; empty when there were none.
    Span governor() const { return governor_; }

    // Reads a block again, up to an offset.
    void rewind(std::uint32_t block, std::size_t first_token, std::size_t offset);

private:
    struct Governor {
        std::size_t begin = 0;
        std::size_t end = 0;
        Relation relation = Relation::mentions;
        Reach reach = Reach::opener;
    };
    Relation opener_relation(const Governor& governor) const;
    bool is_account(std::size_t offset) const;
    bool leads_on(std::string_view gap) const;
    bool still_governs(const Governor& governor, std::size_t offset) const;
    bool follows_another_party(std::size_t offset) const;
    bool is_in_subject_of_number(const Governor& governor, Span mention) const;
    const Governor* opener_of(std::string_view location);

    const Document& document_;
    const Tokens& tokens_;
    const Vocabulary& vocabulary_;
    std::uint32_t block_ = 0;
    std::vector<Governor> governors_;
    Span governor_;
    std::optional<Governor> recital_opener_;  // of the recital read last
    std::vector<Span> mentions_;              // of this block so far: the chain of "ratify A, B and C"
    std::optional<Governor> last_opener_;     // of this block
    std::unordered_map<std::string_view, Governor> openers_;          // by location, for the items below
    std::vector<std::pair<std::string_view, Governor>> new_openers_;  // not yet among them: few are asked for
};

}  // namespace resograph
