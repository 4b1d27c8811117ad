#include "citations/relations.hpp"

#include <algorithm>

namespace resograph {

void RelationFinder::start_block(std::uint32_t block) {
    block_ = block;
    governors_.clear();
    last_mention_ = 0;
}

void RelationFinder::read(std::size_t token) {
    const auto& t = tokens_.tokens[token];
    const auto* term = vocabulary_.find(t.value, TermClass::relation);
    const Governor governor{t.begin, t.end, term->relation, term->reach};
    governors_.push_back(governor);
    if (governor.reach == Reach::opener) openers_[document_.blocks[block_].location] = governor;
}

void RelationFinder::rewind(std::uint32_t block, std::size_t first_token, std::size_t offset) {
    start_block(block);
    for (auto i = first_token; i < tokens_.tokens.size() && tokens_.tokens[i].begin < offset; ++i) {
        if (tokens_.tokens[i].kind == Token::Kind::term && tokens_.tokens[i].is(TermClass::relation)) read(i);
    }
}

// Under "Requests" or "Calls upon" a text is only mentioned, unless an inner phrase says what is to be done.
Relation RelationFinder::opener_relation(const Governor& governor) const {
    return governor.relation == Relation::requests ? Relation::mentions : governor.relation;
}

// An inner phrase governs what directly follows it, and a list that goes on from there.
bool RelationFinder::still_governs(const Governor& governor, std::size_t offset) const {
    if (governor.reach == Reach::opener) return true;
    const std::string_view text = document_.text;
    const auto from = std::max(governor.end, last_mention_);
    if (from >= offset) return true;
    const auto gap = text.substr(from, offset - from);
    constexpr std::size_t longest = 120;
    if (gap.size() > longest || gap.find(';') != std::string_view::npos) return false;
    for (const std::string_view word : {" which ", " who ", " that ", " where ", " whereby ", " while "}) {
        if (gap.find(word) != std::string_view::npos) return false;
    }
    return true;
}

Relation RelationFinder::at(std::size_t offset) {
    const auto& block = document_.blocks[block_];
    if (block.role == Role::note || block.role == Role::title) return Relation::mentions;
    auto relation = Relation::mentions;
    bool found = false;
    for (auto i = governors_.size(); i-- > 0 && !found;) {
        const auto& governor = governors_[i];
        if (governor.end > offset || !still_governs(governor, offset)) continue;
        relation = governor.reach == Reach::opener ? opener_relation(governor) : governor.relation;
        found = true;
    }
    for (auto place = block.location; !found && !place.empty();) {
        const auto dot = place.rfind('.');
        place = dot == std::string::npos ? std::string() : place.substr(0, dot);
        if (const auto opener = openers_.find(place); opener != openers_.end()) {
            relation = opener_relation(opener->second);
            found = true;
        }
    }
    last_mention_ = offset;
    return relation;
}

}  // namespace resograph
